"""Every error the program raises on purpose.

* AssistError
  - SettingsError
    + UnknownSettingError
  - RuleError
    + RuleSyntaxError
  - BackendError
    + BackendUnavailableError
    + NoBackendError
    + NoDisplayError
    + HotkeyTakenError
  - InsertionError
    + StaleDraftError
    + WrongWindowError
  - StoreError
    + PhraseListError
    + UsageLogError
  - InputError
    + RowsError
  - PackError
    + PackFormatError
    + PackRefusedError
    + PackKeyError
    + PublishError
    + UpdateError
    + PolicyError
  - DemoError

Adapters turn foreign errors into these at their own boundary
(``raise ... from error``); code above the adapters catches nothing else.
``str(error)`` is one sentence for the user, ``hint`` says what to do about it.
Neither ever holds text of a draft.
"""


class AssistError(Exception):
    """Expected, explainable, shown without a traceback; the command exits with 2."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class SettingsError(AssistError):
    """A setting is malformed or out of range."""


class UnknownSettingError(SettingsError):
    """No setting has this name; the hint offers the nearest."""


class RuleError(AssistError):
    """A rule cannot be used as it is written."""


class RuleSyntaxError(RuleError):
    """A pattern is not in the rule language, or expands to too many wordings."""


class BackendError(AssistError):
    """The desktop did not answer as expected."""


class BackendUnavailableError(BackendError):
    """One backend cannot work on this machine; the hint says what it needs."""


class NoBackendError(BackendError):
    """No backend works here; the hint lists each refusal."""


class NoDisplayError(BackendError):
    """There is no screen to show the overlay on."""


class HotkeyTakenError(BackendError):
    """Another program holds the key combination."""


class InsertionError(AssistError):
    """The field did not take the text; what it held before is there again."""


class StaleDraftError(InsertionError):
    """The field no longer holds the text the replacement was made for."""


class WrongWindowError(InsertionError):
    """Another window or field has the focus now; nothing was written."""


class StoreError(AssistError):
    """A file of ours cannot be read or written."""


class PhraseListError(StoreError):
    """The phrase list is missing, damaged or of a newer format."""


class UsageLogError(StoreError):
    """The usage log cannot be written; the overlay goes on without it."""


class InputError(AssistError):
    """What a command was given is not in the form it reads."""


class RowsError(InputError):
    """Rows of a table cannot be read; the hint lists each with its remedy."""


class PackError(AssistError):
    """Something about a phrase pack; the pack in use stays in use."""


class PackFormatError(PackError):
    """A file is no pack, a damaged one, or one for a newer program."""


class PackRefusedError(PackError):
    """A pack was read but must not be used as it is; the hint says why."""


class PackKeyError(PackError):
    """A signing key is missing, locked or not the one that is needed."""


class PublishError(PackError):
    """The repository was not changed."""


class UpdateError(PackError):
    """No newer pack was taken; the last good one stays in use."""


class PolicyError(PackError):
    """The machine's policy file cannot be trusted or read."""


class DemoError(AssistError):
    """The demonstration did not come to the right end."""

    exit_code = 1
