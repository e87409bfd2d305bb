"""The small words around a sentence: address, greeting, apology, connective.

All patterns are in Simplified characters.  They decide what may stay beside a
new sentence, never what is forbidden.
"""

import re
from enum import StrEnum

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻"
    "苏潘葛范彭郎鲁韦马苗方俞任袁柳史唐费薛雷贺倪汤罗毕郝安常乐于傅齐康伍余顾"
    "孟黄穆萧尹姚邵汪祁毛戴宋庞熊纪舒项祝董梁杜阮季贾江童郭梅林钟徐邱骆高夏蔡"
    "田胡凌霍万卢莫房丁邓洪包左石崔龚程邢裴陆翁段侯全班宁仇刘叶白蒲赖龙"
)
_TITLE = "(?:先生|女士|小姐|太太|老师|阿姨|叔叔|大姐|大哥|师傅|经理|老板|同学)"
_ADDRESS = (
    rf"(?:(?:尊敬的|亲爱的)?(?:[{_SURNAMES}]{_TITLE}|(?:先生|女士|小姐){{1}})"
    r"|尊敬的(?:客户|顾客|用户|会员|买家)|亲爱(?:的|哒)(?:客户|顾客|用户|会员|买家|亲)?"
    r"|亲亲|亲(?![自身手情戚友近眼口测吻笔历朋临耳密])|小主|客官|宝宝|宝贝|老伯|大妈)"
)
_GREETING = (
    r"(?:(?:您|你|大家)好(?![像多几久歹])(?:呀|啊|哦|呢)?|(?:早上|上午|中午|下午|晚上)好"
    r"|哈喽|嗨|(?i:hello|hi)(?![a-z]))"
)
_APOLOGY = (
    r"(?:(?:真的?|实在|非常|十分|很|太|真是)?(?:是)?(?:抱歉|对不起|对不住|不好意思)"
    r"(?:啊|呀|哦|哈|呢|了|啦)?)"
)
_OPTIONAL_PAUSE = r"[，,。.！!、 \t\u3000~～]*"
_HEAD = re.compile(rf"(?:(?:{_ADDRESS}|{_GREETING}){_OPTIONAL_PAUSE})+")
_LIST_MARK = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十])[、.．)）]")
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


_PARTICLE = "(?:啊|呀|哦|哈|呢|了|啦|吧|咯|的|一下|下|亲|您)*"
_BARE = {
    Courtesy.ADDRESS: re.compile(rf"{_ADDRESS}(?:您|们)?"),
    Courtesy.GREETING: re.compile(rf"(?:{_ADDRESS})?{_GREETING}(?:{_ADDRESS})?"),
    Courtesy.APOLOGY: re.compile(rf"(?:亲|您)?{_APOLOGY}"),
    Courtesy.WAIT: re.compile(
        rf"(?:请|麻烦|还请|劳烦)?您?(?:先|再)?(?:耐心)?"
        rf"(?:稍等|稍候|等待|等等|等一等|等|稍等片刻|稍候片刻|等一会儿?|等会儿?){_PARTICLE}"
    ),
    Courtesy.THANKS: re.compile(
        rf"(?:非常|十分|多)?(?:感谢|谢谢){_PARTICLE}(?:理解|配合|支持|谅解)?"
    ),
    Courtesy.PARDON: re.compile(
        r"(?:还|也|敬)?(?:请|望|希望)?您?(?:多多)?(?:谅解|理解|见谅|原谅|体谅)"
        rf"(?:一下)?{_PARTICLE}"
    ),
    Courtesy.GOODBYE: re.compile(rf"再见{_PARTICLE}"),
}
_WITHIN = {
    Courtesy.ADDRESS: re.compile(rf"^{_ADDRESS}"),
    Courtesy.GREETING: re.compile("您好|你好"),
    Courtesy.APOLOGY: re.compile("抱歉|对不起|不好意思|歉意"),
    Courtesy.WAIT: re.compile("稍等|稍候|等一下|别着急"),
    Courtesy.THANKS: re.compile("谢谢|感谢"),
    Courtesy.PARDON: re.compile("谅解|理解|见谅|原谅"),
    Courtesy.GOODBYE: re.compile("再见"),
}
# Without the clause before them these ask about nothing or sneer.
_TAG = re.compile(
    r"(?:(?:知道|懂|明白|清楚|听到|听懂|看到)(?:了)?(?:吗|吧|没|没有|不)"
    r"|(?:好|行|是|对|可以|成)(?:吗|吧|么|嘛)|好不好|行不行|可不可以|懂不懂|知不知道|明不明白"
    r"|啊+|呀+|哦+|噢|呢|吧|啦|嘛|喔|哈+|呵+|哼+|切|唉|哎|嘿+|嗯+|额|呃|真是的?|拜托)"
)
_SIGH = re.compile(
    r"(?:喂+|哼+|切|唉+|哎+|呵+|哈{2,}|嘿+|拜托|啧+|靠|我去|天哪?|真是的?)"
)
_LEAD_IN = re.compile(
    r"(?:我(?:都|已经|早就?|刚才?)*(?:跟|和|给|同)?您?你?(?:说|讲|告诉)(?:您|你)?(?:过|了|过了)?"
    r"|(?:跟|和)(?:您|你)说(?:实话|真的)?|说实话|老实说|实话(?:跟|和)?(?:您|你)?说|讲真|说白了"
    r"|坦白(?:地|的)?(?:说|讲)|不瞒您说|实话告诉(?:您|你))(?:吧|啊|哈)?"
)
_SUBORDINATE = re.compile(
    r"(?:虽然|虽说|尽管|即使|即便|就算|哪怕|如果|要是|假如|若是|万一|除非|只要|既然|不管|无论)"
)
_CAUSE = re.compile(r"(?:因为|由于|主要是因为)")
_CORRELATE = re.compile(
    r"(?:所以|因此|因而|于是|那么?|就|也|但是?|可是?|不过|还是|却|才|都)"
)
_DEPENDENT = re.compile(
    r"(?:就(?!近|业|诊|医)|才(?!能帮|艺)|也(?!请|可以|会|许)|却|又(?!及)|都(?!可以|行)|便(?!宜|捷|利|于)"
    r"|反正|毕竟|何况|况且|否则|不然|要不然?|再说了?|谁(?:让|叫)|难道|更(?:别说|不用说|何况))"
)
_CONSEQUENCE = re.compile(r"(?:所以说?|因此|因而|于是)[，,]?")


def is_bare(courtesy: Courtesy, clause: str) -> bool:
    """Tell whether a clause is nothing but this courtesy."""
    return _BARE[courtesy].fullmatch(clause.strip()) is not None


def holds(courtesy: Courtesy, words: str) -> bool:
    """Tell whether a sentence pays this courtesy somewhere."""
    return _WITHIN[courtesy].search(words) is not None


def is_tag(clause: str) -> bool:
    """Tell whether a clause only hangs on the one before: 好吗, 知道吗, 呵呵."""
    return _TAG.fullmatch(clause.strip()) is not None


def leads_in(clause: str) -> bool:
    """Tell whether a clause only prepares the next: a sigh, 我都说了, 说实话."""
    stripped = clause.strip()
    return bool(_SIGH.fullmatch(stripped) or _LEAD_IN.fullmatch(stripped))


def opens_condition(clause: str) -> bool:
    """Tell whether a clause waits for a main clause after it: 如果, 虽然."""
    return _SUBORDINATE.match(clause) is not None


def opens_cause(clause: str) -> bool:
    """Tell whether a clause gives a cause: 因为, 由于."""
    return _CAUSE.match(clause) is not None


def answers(clause: str) -> bool:
    """Tell whether a clause completes a 如果, 虽然 or 因为 before it."""
    return _CORRELATE.match(clause) is not None


def depends(clause: str) -> bool:
    """Tell whether a clause makes no sense without the one before it."""
    return _DEPENDENT.match(clause) is not None


def consequence_length(clause: str) -> int:
    """Return how many code points of 所以 and the like begin the clause."""
    found = _CONSEQUENCE.match(clause)
    return found.end() if found else 0


def head_length(words: str) -> int:
    """Return how many code points of address and greeting begin ``words``.

    A list mark (``1、``) counts as part of the head.
    """
    marked = _LIST_MARK.match(words)
    start = marked.end() if marked else 0
    head = _HEAD.match(words, start)
    return head.end() if head else start


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
