"""Pictures that stand for nothing or for a word, and characters written in parts.

Written by hand: names of the emoticons that Chinese chat programs write in
brackets, emoji used for their sound, and pairs that are read as one character.
"""

import re

_EMOTICONS = """
微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 酷 冷汗
抓狂 吐 偷笑 愉快 可爱 白眼 傲慢 饥饿 困 惊恐 流汗 憨笑 悠闲 奋斗 咒骂 疑问 嘘 晕
疯了 衰 骷髅 敲打 再见 擦汗 抠鼻 鼓掌 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈 快哭了 阴险
亲亲 吓 可怜 菜刀 西瓜 啤酒 咖啡 饭 猪头 玫瑰 凋谢 嘴唇 爱心 心碎 蛋糕 炸弹 便便
月亮 太阳 礼物 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 差劲 爱你 OK 跳跳 发抖 怄火 转圈
笑脸 生病 破涕为笑 脸红 恐惧 失望 无语 嘿哈 捂脸 奸笑 机智 皱眉 耶 吃瓜 加油 天啊
社会社会 旺柴 好的 打脸 哇 翻白眼 让我看看 叹气 苦涩 裂开 大笑 笑哭 飞吻 心 花 合十
庆祝 红包 發 福 烟花 爆竹 哭 笑 汗 赞 鲜花 比心 托腮 眨眼 泪 抱抱 怒 思考 挥手 爱慕
"""
EMOTICON = re.compile(
    r"\[(?:" + "|".join(_EMOTICONS.split()) + r"|#?[A-Za-z]-?[a-z]?\d{1,3})\]"
)

# Emoji typed in place of a word that a filter would see.
MEANINGS = {"🐧": "企鹅"}

# Only pairs that do not meet in ordinary words (日免 would spoil 今日免费).
_SPLITS = """
知矢口 你亻尔 他亻也 们亻门 信亻言 值亻直 做亻故 什亻十 任亻壬 传亻专 傻亻叟 奶女乃
骗马扁 投扌殳 打扌丁 找扌戈 挂扌圭 操扌喿 拨扌发 诉讠斥 说讠兑 话讠舌 请讠青 讲讠井
谁讠隹 诈讠乍 误讠吴 课讠果 说言兑 请言青 滚氵衮 法氵去 没氵殳 清氵青 沟氵勾 河氵可
钱钅戋 错钅昔 银钅艮 狗犭句 猪犭者 猜犭青 烦火页 烧火尧 呢口尼 别另刂 到至刂 死歹匕
残歹戋 怕忄白 懂忄董 慢忄曼 快忄夬 情忄青 忙忄亡 恨忄艮 给纟合 经纟圣 红纟工 约纟勺
难又隹 对又寸 强弓虽 私禾厶 利禾刂 神礻申 视礻见 祝礻兄 被衤皮 初衤刀 贱贝戋 赔贝咅
败贝攵 购贝勾 退辶艮 这辶文 还辶不 过辶寸 进辶井 运辶云 远辶元 迟辶尺 院阝完 除阝余
饭饣反 饿饣我 饱饣包 脑月囟 脏月庄 脸月佥 服月艮 蠢春虫 鞋革圭 领令页 题是页 微彳攵
行彳亍 得彳旦 很彳艮 往彳主 街彳圭 彻彳切 彼彳皮 待彳寺 律彳聿
"""

# Two code points that stand for one character, for instance 矢口 for 知.
SPLITS: dict[str, str] = {entry[1:]: entry[0] for entry in _SPLITS.split()}

# Two code points typed in play for other words, and what must not follow them.
_PLAYED = {
    "不造": ("不知道", "成假型价船谣就孽"),
    "肿么": ("怎么", ""),
    "酱紫": ("这样子", "色"),
}


def meant_by_pair(text: str, at: int) -> str:
    """Return the characters that two code points stand for; "" when for themselves."""
    pair = text[at : at + 2]
    whole = SPLITS.get(pair)
    if whole is not None:
        return whole
    played, barred = _PLAYED.get(pair, ("", ""))
    after = text[at + 2 : at + 3]
    return "" if after and after in barred else played


_SPLIT_HEADS = "".join({pair[0] for pair in SPLITS})
# Common characters that begin no such pair; so many at a time.
PLAIN = re.compile(
    f"(?:(?![{_SPLIT_HEADS}]|{'|'.join(_PLAYED)})[\u4e00-\u9fff]){{1,64}}"
)
