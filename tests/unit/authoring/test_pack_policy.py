import pytest

from assist.authoring.policy import Export, Origin, Policy, decided, parse_policy
from assist.errors import PolicyError, SettingsError


def held(policy, team=(), user=(), name="theme"):
    found = {one.name: one for one in decided(policy, dict(team), dict(user))}
    one = found[name]
    return one.value, one.origin, one.locked


def test_policy_comes_before_team_and_team_before_user():
    policy = Policy(settings={"theme": "dark"})
    light = {"theme": "light"}

    assert held(policy, light, light) == ("dark", Origin.POLICY, True)
    assert held(Policy(), light, {"theme": "dark"}) == ("light", Origin.TEAM, True)
    assert held(Policy(), {}, light) == ("light", Origin.USER, False)
    assert held(Policy()) == ("auto", Origin.DEFAULT, False)


def test_what_the_policy_allows_is_the_users_again():
    policy = Policy(settings={"theme": "dark"}, allow=frozenset({"theme"}))

    assert held(policy, {}, {"theme": "light"}) == ("light", Origin.USER, False)
    assert held(policy) == ("dark", Origin.POLICY, False)


def test_a_setting_of_a_newer_pack_is_passed_over():
    assert held(Policy(), {"unheard_of": 1}) == ("auto", Origin.DEFAULT, False)


def test_a_wrong_value_of_the_team_is_said():
    with pytest.raises(SettingsError):
        decided(Policy(), {"theme": "purple"}, {})


def test_a_whole_policy_is_read():
    policy = parse_policy(
        {
            "listener": False,
            "exports": ["totals"],
            "allow": ["theme"],
            "settings": {"log_keep_days": 7},
            "packs": {
                "source": "https://packs.example.com",
                "root": "/etc/assist/trusted-root.json",
                "packs": ["company", "east"],
                "check_minutes": 5,
                "rollback": False,
                "proxy": "",
            },
        }
    )

    assert policy.exports == {Export.TOTALS}
    assert policy.packs == ("company", "east")
    assert (policy.listener, policy.rollback, policy.proxy) == (False, False, "")


def test_single_events_leave_only_where_a_policy_says_so():
    assert Policy().exports == parse_policy({}).exports
    assert Export.EVENTS not in Policy().exports
    assert Export.TOTALS in Policy().exports
    assert parse_policy({"exports": ["events"]}).exports == {Export.EVENTS}


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"listner": True}, "knows no listner"),
        ({"listener": "no"}, "must be true or false"),
        ({"exports": ["everything"]}, "knows no everything"),
        ({"allow": ["them"]}, "knows no them"),
        ({"settings": {"them": "dark"}}, "settings: "),
        ({"settings": {"theme": "purple"}}, "settings: "),
        ({"packs": {"source": "x"}}, "needs a pinned root"),
        ({"packs": {"check_minutes": 0}}, "1 to 1440"),
        ({"packs": {"check_minutes": True}}, "must be a number"),
        ({"packs": {"packs": [1]}}, "list of texts"),
        ({"packs": []}, "must be a table"),
    ],
)
def test_a_policy_that_is_not_in_its_form_is_refused(values, reason):
    with pytest.raises(PolicyError, match=reason):
        parse_policy(values)


def test_a_misspelt_name_gets_the_nearest_offered():
    with pytest.raises(PolicyError) as refused:
        parse_policy({"exprots": []})

    assert refused.value.hint == "Did you mean exports?"
