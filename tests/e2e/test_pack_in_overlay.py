"""What a team lead published is what the overlay flags in another program."""

import pytest
from agent_seat import Seat
from desktop_session import start_editor
from pack_lead import OWN, Lead, assist

pytestmark = pytest.mark.e2e


def test_a_published_phrase_is_flagged_in_a_foreign_editor(desktop, tmp_path):
    home = tmp_path / "assist"
    lead = Lead(tmp_path)
    lead.publish(1)
    assist("connect", "--source", lead.repo, "--root", lead.root, home=home)
    assist("update", home=home)

    with Seat(desktop, home) as seat:
        start_editor(desktop, "mousepad")
        seat.wait_for_strip("读取正常")
        seat.type(OWN[1])
        seat.wait_for_strip("中")
        assert seat.overlay.end() == 0
