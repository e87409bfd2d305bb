"""Sentences for team leads: what is wrong, then the remedy, in Chinese and English.

``{0}``, ``{1}`` … are filled with the details of the problem.
"""

Saying = tuple[tuple[str, str], tuple[str, str]]

SAYINGS: dict[str, Saying] = {
    # Tables -----------------------------------------------------------------
    "no_rules": (
        ("没有找到规则表。", "请保留一行标题，其中一列叫“禁用语”。"),
        ("no table of rules was found.", "Keep a heading row with a column “禁用语”."),
    ),
    "column_twice": (
        ("有两列都叫“{0}”。", "请删除或改名其中一列。"),
        ("two columns are called “{0}”.", "Remove or rename one of them."),
    ),
    "too_many_rows": (
        ("超过 {0} 行。", "请拆成几个词包。"),
        ("there are more than {0} rows.", "Split it into several packs."),
    ),
    "empty": (
        ("这一格是空的，但这一行需要它。", "请填写，或删除整行。"),
        ("this cell is empty but the row needs it.", "Fill it in or remove the row."),
    ),
    "too_long": (
        ("内容超过 {0} 个字符。", "请写短一些，或拆成几条。"),
        ("it is longer than {0} characters.", "Shorten it or split it up."),
    ),
    "too_many_values": (
        ("一格里超过 {0} 个值。", "请拆成几条规则。"),
        ("there are more than {0} values in one cell.", "Split the rule up."),
    ),
    "control": (
        ("含有看不见的控制字符。", "请重新输入这一格。"),
        ("it holds an invisible control character.", "Type the cell again."),
    ),
    "not_a_choice": (
        ("“{0}”不是可用的值。", "请改成：{1}。"),
        ("“{0}” is not a value it may have.", "Use one of: {1}."),
    ),
    "not_a_number": (
        ("“{0}”不是 {1} 到 {2} 的整数。", "请改成整数，或留空。"),
        (
            "“{0}” is not a whole number from {1} to {2}.",
            "Correct it or leave it empty.",
        ),
    ),
    "not_json": (
        ("内容不是有效的 JSON。", "这一列由程序填写，请恢复原样或清空。"),
        (
            "it is not valid JSON.",
            "The program writes this column; restore or clear it.",
        ),
    ),
    "open_slot": (
        ("“{0}”里的花括号没有配对。", "空位请写成 {{公司}} 这样。"),
        ("a brace in “{0}” has no partner.", "Write slots like {{公司}}."),
    ),
    "pattern": (
        ("{0}。", "{1}"),
        ("the pattern cannot be read: {0}.", "{1}"),
    ),
    "id_twice": (
        ("编号“{0}”已经用在第 {1} 行。", "请改成别的编号，或删除重复的一行。"),
        ("the id “{0}” is already used in row {1}.", "Change it or remove the row."),
    ),
    "same_phrase": (
        ("“{0}”和第 {1} 行相同。", "请合并成一行，或各写一个编号。"),
        ("“{0}” is the same as row {1}.", "Merge the rows or give each an id."),
    ),
    "bad_manifest": (
        ("{0}", ""),
        ("{0}", ""),
    ),
    "bad_name": (
        ("“{0}”不能作名称。", "名称里请不要用 @ 和花括号。"),
        ("“{0}” cannot be a name.", "Do not use @ or braces in a name."),
    ),
    # Lint -------------------------------------------------------------------
    "no_rules_in_pack": (
        ("词包里没有规则。", "请至少写一条。"),
        ("the pack holds no rules.", "Write at least one."),
    ),
    "not_compiled": (
        ("规则无法使用：{0}。", "{1}"),
        ("the rules cannot be used: {0}.", "{1}"),
    ),
    "many_wordings": (
        ("句式“{0}”展开成 {1} 种说法。", "请减少选择，或拆成几条。"),
        ("the pattern “{0}” stands for {1} wordings.", "Offer fewer choices."),
    ),
    "not_hit": (
        ("应命中例句没有命中：“{0}”。", "请补充句式或别名，或改例句。"),
        ("the example “{0}” is not flagged.", "Add a pattern or change the example."),
    ),
    "hit_by_other": (
        ("应命中例句“{0}”命中的是 {1}。", "请合并两条规则，或换一个例句。"),
        ("the example “{0}” is flagged by {1}.", "Merge the rules or change it."),
    ),
    "not_missed": (
        ("不应命中例句却命中了：“{0}”。", "请补充例外。"),
        ("the example “{0}” is flagged and must not be.", "Add an exception."),
    ),
    "short": (
        ("“{0}”太短，任意位置都算容易误报。", "请改成更长的说法，或把位置改为“分句”。"),
        ("“{0}” is too short to count anywhere.", "Lengthen it or use scope 分句."),
    ),
    "duplicate": (
        ("“{0}”和 {1} 相同。", "请合并成一条。"),
        ("“{0}” is the same as {1}.", "Merge the two."),
    ),
    "near_duplicate": (
        ("“{0}”和 {1} 只差一个字。", "如果意思相同，请合并成一条。"),
        ("“{0}” is one character from {1}.", "Merge them if they mean the same."),
    ),
    "merged_away": (
        ("并入的规则 {0} 不存在或未启用。", "请改成启用中的规则编号。"),
        ("the rule {0} it is merged into is not there or off.", "Name an active rule."),
    ),
    "dead": (
        ("这条规则永远不会命中自己的“{0}”。", "请检查例外、仅当出现和位置。"),
        ("the rule never flags its own “{0}”.", "Check exceptions, only_if and scope."),
    ),
    "shadowed": (
        ("“{0}”总是先被 {1} 命中。", "请合并两条规则，或停用其中一条。"),
        ("“{0}” is always flagged by {1} first.", "Merge them or switch one off."),
    ),
    "idle_exception": (
        ("例外“{0}”和“{1}”没有相同的字，不会起作用。", "例外要包含禁用语的一部分。"),
        ("the exception “{0}” cannot touch “{1}”.", "It has to contain part of it."),
    ),
    "no_replacement": (
        ("“{0}”没有替换建议。", "请至少写一条。"),
        ("“{0}” has no replacement.", "Write at least one."),
    ),
    "only_slots": (
        ("“{0}”的替换建议都有空位，不能一键替换。", "请加一条没有空位的。"),
        ("every replacement of “{0}” has slots.", "Add one without."),
    ),
    "replacement_flagged": (
        ("替换建议“{0}”自己会命中 {1}。", "请换一种说法。"),
        ("the replacement “{0}” is itself flagged by {1}.", "Reword it."),
    ),
    "standard_flagged": (
        ("标准话术“{0}”会命中 {1}。", "请换一种说法，或给规则加例外。"),
        ("the sentence “{0}” is flagged by {1}.", "Reword it or add an exception."),
    ),
    "no_examples": (
        ("“{0}”没有例句。", "写上应命中和不应命中的例句，发布前会自动试一遍。"),
        ("“{0}” has no examples.", "Examples are tried before every publication."),
    ),
    "too_many_flagged": (
        ("“{0}”里的好句子有 {1}/{2} 句会被标为中度以上。", "请给这些规则加例外。"),
        ("{1} of {2} good sentences of “{0}” would be flagged.", "Add exceptions."),
    ),
}
