"""Whether a clause stands on its own, or only beside the one that goes.

All patterns are in Simplified characters and look at one clause, without the
punctuation around it.
"""

import re

# Without the clause before them these ask about nothing or sneer.
_TAG = re.compile(
    r"(?:(?:知道|懂|明白|清楚|听到|听懂|看到)(?:了)?(?:吗|吧|没|没有|不)"
    r"|(?:好|行|是|对|可以|成)(?:吗|吧|么|嘛)|(?:还)?在(?:不在|吗|么)|好不好|怎么(?:了|样|着)|又怎么?样|行不行|可不可以|懂不懂|知不知道|明不明白"
    r"|啊+|呀+|哦+|噢|呢|吧|啦|嘛|喔|哈+|呵+|哼+|切|唉|哎|嘿+|嗯+|额|呃|真是的?|拜托)"
)
_SIGH = re.compile(
    r"(?:喂+|哼+|切|唉+|哎+|呵+|哈{2,}|嘿+|拜托|啧+|靠|我去|天哪|天啊|真是的?)"
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
    r"(?:就(?!近|业|诊|医)|才(?!能帮|艺)|也(?:不|没|无)|却|又(?:不|没|要|来|是)"
    r"|反正|毕竟|何况|况且|否则|不然|要不(?!要)|再说|谁(?:让|叫)|难道|更(?:别|不用)说)"
)
# Impatience, blame and scorn in the same breath as what was found.  A clause
# with one of these is part of the slip, not of what the customer should read.
_SAME_BREATH = re.compile(
    # orders
    r"^(?:换(?:个|一个|台)|过来|去(?:找|问|看)|快(?:点|说|讲|来|去|看|[发给]我)|赶紧|赶快|马上给|立刻|等着|听着|记住)"
    r"|^(?:看清楚|说话|回话)|自己(?:看|查|去|找|想|弄|搞|联系|处理|解决)|闭嘴|废话"
    r"|(?<![分特区级性个类识告差离送])别(?![的人处名墅家样致急离]|担心|着急|客气|忘|介意)"
    r"|找.{1,6}去$|你(?:去|自己|直接|先)?(?:找(?!到)|问|打(?![开印折]))"
    # questions that want no answer
    r"|又不是|凭什么|[急催吵叫喊怕]什么|干什么|什么关系|到底|谁(?:知道|管|让|叫|有空|理)"
    r"|怎么(?:还|这么|那么|就|不|连(?!接)|老|会)|不就(?:行|完|好)|怎么[了啦]$|还不够|你没[看听说]|我.{1,3}哪里?不"
    # impatience and scorn
    r"|(?<![麻劳])烦(?!请)|啰嗦|罗嗦|神经病|发神经|有(?:病|毛病)[吧啊]|算了吧?$|就这样[吧了呗]?$"
    r"|懒得|没空|没完|拉倒|[说讲问]了?(?:多少|几|好几|八百|一百)[遍次]|挂了|后面还有|还有人在?排|不跟你|随便?你|爱.{1,3}不"
    r"|(?:天天|整天|老是|总是|一直|一天到晚)在?[问催说]|问了[一半好几这那]|(?<!请)问我(?!们)"
    r"|你(?:就|还|才|又|再|老|总|倒|懂|以为|这人|怎样|能怎)"
    # blame
    r"|(?<![有相])关我|管不[着了到]|我又[没不]|^不是(?:[这那][个样]|你|问)"
    r"|没辙|没招|做不了主|那帮|老是搞|[这那](?:就?不?是)[^您]{1,6}的(?:事|事情|责任|问题)$"
)
_CONSEQUENCE = re.compile(r"(?:所以说?|因此|因而|于是)[，,]?")


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


def same_breath(clause: str) -> bool:
    """Tell whether a clause goes on in the tone of what was found."""
    return _SAME_BREATH.search(clause) is not None


def consequence_length(clause: str) -> int:
    """Return how many code points of 所以 and the like begin the clause."""
    found = _CONSEQUENCE.match(clause)
    return found.end() if found else 0
