"""The pad's text goes to the window it was opened for, or nowhere."""

import pytest

from assist.errors import InsertionError, WrongWindowError
from assist.model.draft import Draft, Field
from assist.pipeline.pad_insertion import PadInsertion, PadTarget
from assist.pipeline.view import Result
from assist.ports import InsertedBy

CLIENT = Field("client/1", "client", window_id=7)


class Client:
    """Window tracker, inserter and paster of one client window."""

    def __init__(self):
        self.activates = True
        self.failure = None
        self.edits = []
        self.pasted = []

    def activate(self, window_id):
        assert window_id == 7
        return self.activates

    def apply(self, draft, edit):
        if self.failure:
            raise self.failure
        assert draft.text == edit.before
        self.edits.append(edit)
        return InsertedBy.EDITABLE_TEXT

    def paste(self, text, window_id):
        if self.failure:
            raise self.failure
        self.pasted.append((text, window_id))


@pytest.fixture
def client():
    return Client()


@pytest.fixture
def insertion(client):
    return PadInsertion(client, client, client)


def target(text=None, caret=None):
    draft = None if text is None else Draft(CLIENT, 1, text, caret)
    return PadTarget(7, "client", draft=draft)


def test_a_readable_field_gets_the_text_at_its_caret(insertion, client):
    result = insertion.insert("请稍等。", target("您好，谢谢", caret=3))

    assert result is Result.INSERTED
    assert client.edits[0].after == "您好，请稍等。谢谢"
    assert client.pasted == []


def test_without_a_known_caret_the_text_goes_to_the_end(insertion, client):
    insertion.insert("请稍等。", target("您好，"))

    assert client.edits[0].after == "您好，请稍等。"


def test_a_client_that_cannot_be_read_is_pasted_into(insertion, client):
    assert insertion.insert("请稍等。", target()) is Result.INSERTED
    assert client.pasted == [("请稍等。", 7)]


def test_a_window_that_is_gone_gets_nothing(insertion, client):
    client.activates = False

    assert insertion.insert("请稍等。", target("您好")) is Result.WRONG_WINDOW
    assert client.edits == []


@pytest.mark.parametrize("failure", [WrongWindowError("x"), InsertionError("x")])
@pytest.mark.parametrize("readable", [True, False])
def test_a_refusal_is_said(insertion, client, failure, readable):
    client.failure = failure

    result = insertion.insert("请稍等。", target("您好" if readable else None))

    assert result is Result.WRONG_WINDOW


class Sends:
    def __init__(self, *shown):
        self.shown = list(shown)
        self.sent = []

    def conversation(self, window_id):
        assert window_id == 7
        return self.shown.pop(0)

    def send(self, window_id):
        self.sent.append(window_id)


def sending(client, *shown):
    sender = Sends(*shown)
    return sender, PadInsertion(client, client, client, sender)


def to_send():
    return PadTarget(7, "client", conversation="A")


def test_a_text_is_sent_where_window_and_conversation_are_the_same(client):
    sender, insertion = sending(client, "A", "A")

    assert insertion.insert_and_send("请稍等。", to_send()) is Result.SENT
    assert sender.sent == [7]


def test_in_another_conversation_nothing_is_even_inserted(client):
    sender, insertion = sending(client, "B")

    assert insertion.insert_and_send("请稍等。", to_send()) is Result.WRONG_WINDOW
    assert sender.sent == client.pasted == []


def test_a_conversation_that_changes_meanwhile_is_not_sent_into(client):
    sender, insertion = sending(client, "A", "B")

    assert insertion.insert_and_send("请稍等。", to_send()) is Result.INSERTED
    assert sender.sent == []


def test_where_nothing_tells_conversations_apart_nothing_is_sent(client):
    sender, insertion = sending(client, "")

    target = PadTarget(7, "client", conversation="")
    assert insertion.insert_and_send("请稍等。", target) is Result.WRONG_WINDOW
    assert sender.sent == []


def test_what_could_not_be_inserted_is_not_sent(client):
    sender, insertion = sending(client, "A", "A")
    client.failure = InsertionError("no")

    assert insertion.insert_and_send("请稍等。", to_send()) is Result.WRONG_WINDOW
    assert sender.sent == []
