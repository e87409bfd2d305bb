"""Takes out of a clause what says whom it is about, before the agent looks it over.

A rule of thumb that errs on the side of masking; the agent sees the result and may
change it, so nothing leaves the machine unseen.
"""

import re

MASK = "＊"

_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # mail
    r"|(?:https?://|www\.)[^\s，。；！？、]+"
    r"|@[\w\u4e00-\u9fff]{1,12}"
)
# Digits with what stands between them; also 一三八 as a telephone number is dictated.
_NUMBER = re.compile(
    r"[A-Za-z_-]*\d[\dA-Za-z_./:-]*"
    r"|[〇零一二三四五六七八九幺两]{3,}"
)
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹章苏潘葛范彭"
    "鲁韦马方任袁柳史唐薛雷贺汤罗郝毕安常于傅康伍余顾孟黄尹姚邵汪毛戴宋庞熊纪舒"
    "项祝董梁杜阮蓝季贾江郭梅林钟徐邱骆高夏蔡田樊胡霍万莫卢丁邓洪石崔龚程裴陆翁"
    "段侯武刘龙叶黎白赖乔谭温廖欧阳司马诸葛上官趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華"
    "陶謝鄒蘇潘魯韋馬湯羅畢賀顧黃龐紀項蘭賈鍾駱萬盧鄧龔陸劉葉賴喬譚溫歐陽諸葛"
)
_TITLES = (
    "先生|女士|小姐|太太|老师|老師|师傅|師傅|经理|經理|主管|主任|总|總|哥|姐|阿姨|叔叔"
)
_BEFORE_TITLE = re.compile(rf"[{_SURNAMES}][\u4e00-\u9fff]{{0,2}}?(?=(?:{_TITLES}))")
_AFTER_CALLED = re.compile(
    rf"(?<=叫|姓|是)[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?![\u4e00-\u9fff])"
    r"|(?<=叫|姓)[\u4e00-\u9fff]{1,3}(?![\u4e00-\u9fff])"
    r"|(?<=姓名|名字|件人|系人|客户|客戶)(?:[:：是叫]\s*)[\u4e00-\u9fff]{2,4}"
)
_LATIN_NAME = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z]\w+(?:\s+[A-Z]\w+)?")


def masked(text: str) -> str:
    """Return ``text`` with addresses, numbers and names replaced by one mark each.

    A name is what stands before a title (王先生), after 叫, 姓, 姓名 and the like.
    Names that nothing announces stay: for those the agent looks.
    """
    for pattern in (
        _ADDRESS,
        _NUMBER,
        _LATIN_NAME,
        _BEFORE_TITLE,
        _AFTER_CALLED,
    ):
        text = pattern.sub(MASK, text)
    return text
