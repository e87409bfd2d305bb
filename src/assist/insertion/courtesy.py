"""The small words around a sentence: address, greeting, apology, connective.

All patterns are in Simplified characters.  They decide what may stay beside a
new sentence, never what is forbidden.
"""

import re
from enum import StrEnum
from functools import cache

from assist.text.tables import simplified

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻"
    "苏潘葛范彭郎鲁韦马苗方俞任袁柳史唐费薛雷贺倪汤罗毕郝安常乐于傅齐康伍余顾"
    "孟黄穆萧尹姚邵汪祁毛戴宋庞熊纪舒项祝董梁杜阮季贾江童郭梅林钟徐邱骆高夏蔡"
    "田胡凌霍万卢莫房丁邓洪包左石崔龚程邢裴陆翁段侯全班宁仇刘叶白蒲赖龙"
)
_TITLE = "(?:先生|女士|小姐|太太|老师|阿姨|叔叔|大姐|大哥|师傅|经理|老板|同学)"
_ADDRESS = (
    rf"(?:(?:尊敬的|亲爱的)?(?:[{_SURNAMES}]{_TITLE}|(?:先生|女士|小姐){{1}})"
    r"|尊敬的(?:客户|顾客|用户|会员|买家)|亲爱(?:的|哒|嗒|滴)(?:客户|顾客|用户|会员|买家|亲)?"
    r"|亲亲|亲(?![爱自身手情戚友近眼口测吻笔历朋临耳密])|小主|客官|宝宝|宝贝|老伯|大妈)"
)
_GREETING = (
    r"(?:(?:您|你|大家)好(?![像多几久歹])(?:呀|啊|哦|呢)?|(?:早上|上午|中午|下午|晚上)好"
    r"|哈喽|嗨|(?i:hello|hi)(?![a-z]))"
)
_APOLOGY = (
    r"(?:(?i:sorry)|(?:真的?|实在|非常|十分|很|太|真是)?(?:是)?(?:抱歉|对不起|对不住|不好意思)"
    r"(?:啊|呀|哦|哈|呢|了|啦)?)"
)
_OPTIONAL_PAUSE = r"[，,。.！!、 \t\u3000~～]*"
_HEAD = re.compile(rf"(?:(?:{_ADDRESS}|{_GREETING}){_OPTIONAL_PAUSE})+")
_TAIL_ADDRESS = re.compile(rf"(?:^|[啊呀哦呢的了哈啦吧嘛哟])({_ADDRESS})$")
_LIST_MARK = re.compile(
    r"(?:[0-9]{1,2}|[一二三四五六七八九十])(?:[、）)]|[.．](?![0-9]))"
    r"|[（(](?:[0-9]{1,2}|[一二三四五六七八九十])[）)]|[①-⑳]"
)
_CHOICE_OF_TITLE = re.compile(r"先生/(?:女士|小姐)[，,]")


class Courtesy(StrEnum):
    """What a short clause of its own may be there for."""

    ADDRESS = "address"
    GREETING = "greeting"
    APOLOGY = "apology"
    WAIT = "wait"
    THANKS = "thanks"
    PARDON = "pardon"
    GOODBYE = "goodbye"
    HEARING = "hearing"  # 我听不清: not a courtesy, but as easily said twice


_PARTICLE = "(?:啊|呀|哦|哈|呢|了|啦|吧|咯|的|一下|下|亲|您)*"
_BARE = {
    Courtesy.ADDRESS: re.compile(rf"{_ADDRESS}(?:您|们)?"),
    Courtesy.GREETING: re.compile(rf"(?:{_ADDRESS})?{_GREETING}(?:{_ADDRESS})?"),
    Courtesy.APOLOGY: re.compile(rf"(?:亲|您)?{_APOLOGY}"),
    Courtesy.WAIT: re.compile(
        rf"(?:请|麻烦|还请|劳烦|那)?[您你]?(?:先|再|就)?(?:耐心)?"
        rf"(?:稍等|稍候|等待|等等|等一等|等|稍等片刻|稍候片刻|等一会儿?|等会儿?)"
        rf"(?:看|再说|再看)?{_PARTICLE}"
    ),
    Courtesy.THANKS: re.compile(
        rf"(?:非常|十分|多)?(?:感谢|谢谢){_PARTICLE}(?:理解|配合|支持|谅解)?"
    ),
    Courtesy.PARDON: re.compile(
        r"(?:还|也|敬)?(?:请|望|希望)?您?(?:多多)?(?:谅解|理解|见谅|原谅|体谅)"
        rf"(?:一下)?{_PARTICLE}"
    ),
    Courtesy.GOODBYE: re.compile(rf"再见{_PARTICLE}"),
    Courtesy.HEARING: re.compile(
        rf"(?:这样|那样)?我?(?:这边)?(?:都|根本|真的)?听不(?:到|见|清楚?){_PARTICLE}"
    ),
}
_WITHIN = {
    Courtesy.ADDRESS: re.compile(rf"^{_ADDRESS}"),
    Courtesy.GREETING: re.compile("您好|你好"),
    Courtesy.APOLOGY: re.compile("抱歉|对不起|不好意思|歉意"),
    Courtesy.WAIT: re.compile("稍等|稍候|等一下|别着急"),
    Courtesy.THANKS: re.compile("谢谢|感谢"),
    Courtesy.PARDON: re.compile("谅解|理解|见谅|原谅"),
    Courtesy.GOODBYE: re.compile("再见"),
    Courtesy.HEARING: re.compile("听不|没有?听清|声音"),
}


def plain(text: str) -> str:
    """Return ``text`` in Simplified characters, place by place.

    Source:
        The one-to-one table of :mod:`assist.text`; positions stay the same.
    """
    return text.translate(_simplifying())


@cache
def _simplifying() -> dict[int, str]:
    return str.maketrans(simplified())


def is_bare(courtesy: Courtesy, clause: str) -> bool:
    """Tell whether a clause is nothing but this courtesy."""
    return _BARE[courtesy].fullmatch(clause.strip()) is not None


def holds(courtesy: Courtesy, words: str) -> bool:
    """Tell whether a sentence pays this courtesy somewhere."""
    return _WITHIN[courtesy].search(words) is not None


def head_length(words: str) -> int:
    """Return how many code points of address and greeting begin ``words``.

    A list mark (``1、``) counts as part of the head.
    """
    marked = _LIST_MARK.match(words)
    start = marked.end() if marked else 0
    head = _HEAD.match(words, start)
    return head.end() if head else start


def tail_address(words: str) -> str:
    """Return the form of address that ends ``words`` without a comma: 哦亲."""
    found = _TAIL_ADDRESS.search(words)
    return found.group(1) if found else ""


def without_choice_of_title(words: str) -> str:
    """Leave out 先生/女士，: a choice the agent has to make, not a sentence."""
    return _CHOICE_OF_TITLE.sub("", words)


def without_leading(courtesy: Courtesy, words: str) -> str:
    """Leave out a courtesy that is the first clause of ``words``, if it is one.

    Nothing is left out when nothing would remain.
    """
    first = re.match(r"([^，,。！!？?、；;]+)([，,。！!、]\s*)", words)
    if first and is_bare(courtesy, first.group(1)) and first.end() < len(words):
        return words[first.end() :]
    return words
