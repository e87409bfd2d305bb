from assist.app.chords import TO_OTHER_FINDING, choice_chords, held_chords
from assist.settings import Settings

SETTINGS = Settings()
ALWAYS = {"Ctrl+Alt+P", "Ctrl+Alt+D", "Ctrl+Alt+C", "Ctrl+Alt+Space"}


def test_the_second_and_third_choice_continue_the_first_chord():
    assert choice_chords("Alt+1") == ("Alt+1", "Alt+2", "Alt+3")


def test_a_chord_without_a_digit_serves_the_first_choice_only():
    assert choice_chords("Ctrl+Alt+R") == ("Ctrl+Alt+R", "", "")


def test_digits_belong_to_the_client_while_no_card_is_open():
    assert held_chords(SETTINGS, card=False, toast=False) == ALWAYS


def test_an_open_card_holds_its_answers():
    held = held_chords(SETTINGS, card=True, toast=False)

    answers = {"Alt+1", "Alt+2", "Alt+3", "Alt+I", "Alt+N", *TO_OTHER_FINDING}
    answers |= {"Alt+W", "Alt+X"}
    assert held == ALWAYS | answers


def test_undo_is_held_only_while_it_is_offered():
    assert held_chords(SETTINGS, card=False, toast=True) == ALWAYS | {"Alt+Z"}


def test_the_chips_of_a_follow_up_hold_the_choices():
    held = held_chords(SETTINGS, card=False, toast=False, follow_up=True)

    assert held == ALWAYS | {"Alt+1", "Alt+2", "Alt+3"}
