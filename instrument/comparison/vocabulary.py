"""Words that carry much: what changes in them, in the six languages.

One table serves all six: a word that means this in one of them means nothing else of the kind in another.
"""

from __future__ import annotations

from collections.abc import Mapping


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# How much a provision binds: obligation, permission, endeavour, negation, and what softens them.
FORCE: Mapping[str, str] = {
    "en": """
        shall | should | may | might | must | will | would | can | could | cannot | not | never | no | nor | only
        | endeavour | endeavours | undertake | undertakes | strive | strives | seek to | seeks to | aim to | aims to
        | encouraged to | invited to | urged to | required to | obliged to | entitled to | free to
        | as appropriate | where appropriate | if appropriate | when appropriate | as necessary | where necessary
        | as applicable | where applicable | as relevant | where relevant | as required | as needed
        | as far as possible | to the extent possible | to the maximum extent possible | where possible | if possible
        | whenever possible | to the extent practicable | as far as practicable | where practicable | feasible
        | where feasible | to the extent feasible | as far as feasible | in a position to do so | able to do so
        | best efforts | every effort | all necessary measures | all appropriate measures | reasonable
        | on a voluntary basis | voluntarily | on mutually agreed terms | upon request | on request
        | at its discretion | in its discretion | subject to | without prejudice to | notwithstanding
    """,
    "fr": """
        doit | doivent | devra | devront | devrait | devraient | peut | peuvent | pourra | pourront | pourrait
        | pourraient | ne | n'est | n'a | n'ont | pas | jamais | aucun | aucune | ni
        | s'efforce | s'efforcent | s'efforcer | s'efforcera | s'efforceront | s'engage | s'engagent | est tenu
        | est tenue | sont tenus | sont tenues | est encouragé à | sont encouragés à | est invité à | sont invités à
        | le cas échéant | s'il y a lieu | selon qu'il convient | selon que de besoin | si nécessaire | au besoin
        | dans la mesure du possible | autant que possible | lorsque cela est possible | si possible
        | dans toute la mesure possible | en mesure de le faire | à titre volontaire | sur demande
        | sous réserve de | sans préjudice de | nonobstant | à sa discrétion | toutes les mesures appropriées
        | toutes les mesures nécessaires
    """,
    "es": """
        deberá | deberán | debe | deben | debería | deberían | podrá | podrán | puede | pueden | podría | podrían
        | no | nunca | ningún | ninguna | ni | procurará | procurarán | procura | procuran | se esforzará
        | se esforzarán | se esfuerza | se esfuerzan | se compromete | se comprometen | se alienta | se invita
        | según proceda | cuando proceda | si procede | según corresponda | en su caso | cuando sea necesario
        | de ser necesario | en la medida de lo posible | cuando sea posible | siempre que sea posible
        | en condiciones de hacerlo | en posición de hacerlo | con carácter voluntario | previa solicitud
        | con sujeción a | sin perjuicio de | no obstante | a su discreción
    """,
    "ru": """
        должен | должна | должно | должны | обязуется | обязуются | обязан | обязана | обязаны | обязано | может
        | могут | мог бы | могли бы | следует | не | ни | никогда | нельзя | вправе | стремится | стремятся
        | прилагает усилия | прилагают усилия | прилагает все усилия | прилагают все усилия | рекомендуется
        | поощряется | поощряются | в соответствующих случаях | при необходимости | по мере необходимости
        | по возможности | насколько это возможно | в максимально возможной степени | когда это возможно
        | в состоянии сделать это | имеющее возможность сделать это | имеющие возможность сделать это
        | на добровольной основе | по просьбе | при условии | без ущерба для | несмотря на | по своему усмотрению
    """,
    "ar": """
        يجب | يتعين | ينبغي | يجوز | يمكن | لا | لم | لن | ليس | ليست | يلزم | يلتزم | تلتزم | تتعهد | يتعهد | تسعى
        | يسعى | تبذل | يبذل | تبذل قصارى جهدها | تشجع | تُشجَّع | حسب الاقتضاء | عند الاقتضاء | حسبما يكون مناسبا
        | حسبما يكون ملائما | حيثما كان ذلك مناسبا | حيثما أمكن | قدر الإمكان | قدر المستطاع | إن أمكن
        | إلى أقصى حد ممكن | حيثما كان ذلك ممكنا | القادرة على ذلك | على أساس طوعي | بناء على الطلب | رهنا
        | دون المساس | بغض النظر | وفقا لتقديرها
    """,
    "zh": """
        应 | 应当 | 应该 | 须 | 必须 | 得 | 不得 | 不应 | 不 | 非 | 未 | 可 | 可以 | 不可 | 将 | 能够 | 承诺 | 保证
        | 努力 | 力求 | 尽力 | 尽一切努力 | 鼓励 | 酌情 | 适当时 | 必要时 | 视需要 | 视情况 | 尽可能 | 在可能情况下
        | 在可行的情况下 | 在可行情况下 | 有能力这样做 | 自愿 | 应请求 | 经请求 | 在不影响 | 不妨碍 | 但须 | 尽管
    """,
}

# Deadlines and thresholds in words, and the units that figures count.
FIGURES: Mapping[str, str] = {
    "en": """
        not later than | no later than | at the latest | not earlier than | as soon as possible | without delay
        | immediately | promptly | at least | at most | not less than | no less than | not fewer than | no fewer than
        | not more than | no more than | more than | less than | fewer than | not exceeding | up to | in excess of
        | majority | consensus | unanimity | unanimous | unanimously | annual | annually | biennial | biennially
        | day | days | week | weeks | month | months | year | years | per cent | percent | %
        | January | February | March | April | June | July | August | September | October | November | December
    """,
    "fr": """
        au plus tard | dès que possible | le plus tôt possible | sans délai | immédiatement | sans retard | au moins
        | au plus | au minimum | au maximum | plus de | moins de | jusqu'à | majorité | consensus | unanimité
        | à l'unanimité | annuel | annuelle | annuellement | jour | jours | semaine | semaines | mois | an | ans | année
        | années | pour cent | janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre
        | novembre | décembre
    """,
    "es": """
        a más tardar | lo antes posible | cuanto antes | sin demora | inmediatamente | al menos | por lo menos
        | como mínimo | como máximo | más de | menos de | no más de | no menos de | mayoría | consenso | unanimidad
        | anual | anualmente | día | días | semana | semanas | mes | meses | año | años | por ciento | enero | febrero
        | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre
    """,
    "ru": """
        не позднее | как можно скорее | в кратчайшие сроки | безотлагательно | незамедлительно | без промедления
        | немедленно | не менее | не более | по меньшей мере | по крайней мере | более | менее | большинством
        | большинство | консенсусом | консенсус | единогласно | ежегодно | ежегодный | день | дня | дней | неделя
        | недели | недель | месяц | месяца | месяцев | год | года | лет | процент | процента | процентов | января
        | февраля | марта | апреля | мая | июня | июля | августа | сентября | октября | ноября | декабря
    """,
    "ar": """
        في موعد لا يتجاوز | في أجل لا يتجاوز | في أقرب وقت ممكن | دون تأخير | دون إبطاء | فورا | على الفور | على الأقل
        | على الأكثر | لا يقل عن | لا تقل عن | لا يزيد على | لا تزيد على | أكثر من | أقل من | أغلبية | بأغلبية
        | توافق الآراء | بتوافق الآراء | بالإجماع | سنويا | سنوي | يوم | يوما | أيام | أسبوع | أسابيع | شهر | شهرا
        | أشهر | شهور | سنة | سنوات | عام | عاما | أعوام | في المائة
    """,
    "zh": """
        不迟于 | 不晚于 | 至迟 | 最迟 | 尽快 | 尽早 | 毫不拖延 | 立即 | 至少 | 最多 | 不少于 | 不多于 | 不超过 | 超过
        | 多数 | 协商一致 | 一致同意 | 每年 | 年度
    """,
}

# Numbers in words. Chinese numerals count only before what they count.
NUMBERS = _listed(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half third thirds
    quarter quarters fourths fifths once twice first second fourth fifth sixth seventh eighth ninth tenth twelfth
    fifteenth twentieth thirtieth fortieth fiftieth sixtieth ninetieth hundredth
    deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante
    soixante quatre-vingts cent cents mille moitié tiers quart quarts premier première deuxième troisième quatrième
    cinquième sixième dixième vingtième trentième quarantième cinquantième soixantième
    dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince dieciséis dieciocho veinte treinta
    cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil mitad tercio tercios cuarto cuartos primera
    primero segundo segunda tercero tercera quinto sexto décimo vigésimo trigésimo cuadragésimo quincuagésimo
    один два две двух три трёх трех четыре четырёх четырех пять пяти шесть шести семь семи восемь восьми девять девяти
    десять десяти двенадцать двенадцати пятнадцать двадцать двадцати тридцать тридцати сорок сорока пятьдесят
    пятидесяти шестьдесят шестидесяти девяносто сто ста тысяча тысяч половина половины трети третей первый первого
    второй третий десятый двадцатой двадцатого тридцатой тридцатого сороковой пятидесятой шестидесятой
    واحد واحدة اثنان اثنين اثنتين ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثماني ثمانية تسع تسعة عشر عشرة
    عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين تسعون تسعين مائة مئة ألف نصف ثلث ثلثي ثلثا ربع
    الأول الأولى الثاني الثانية الثالث الثالثة العاشر العشرين الثلاثين سنتين سنتان شهرين شهران يومين عامين
    """
)
HAN_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿半")
HAN_COUNTED = frozenset("年月日天周星个名次分份小时人票届国条")

# Before a number these make it the number of a provision, which is no figure.
PROVISIONS = _listed(
    """
    article articles paragraph paragraphs subparagraph subparagraphs section sections annex annexes chapter part option
    alinéa alinéas paragraphe paragraphes annexe annexes chapitre partie
    artículo artículos párrafo párrafos apartado apartados anexo capítulo inciso
    статья статьи статье статьёй статьей статей пункт пункта пункте пунктом пунктов подпункт подпункта приложение
    المادة المادتين المواد الفقرة الفقرتين الفقرات المرفق الفصل الباب
    第
    """
)
# Between the numbers of provisions: "articles 4 (1), 5 and 6".
LINKS = frozenset({"(", ")", ",", "and", "or", "to", "et", "ou", "à", "y", "o", "a", "и", "или", "و", "أو", "和", "、"})

# Chinese words that hold one of the characters above and none of its meaning.
UNRELATED = """
    可能 | 可持续 | 许可 | 认可 | 可靠 | 可行 | 可再生 | 相应 | 反应 | 响应 | 适应 | 应用 | 应急 | 供应 | 对应 | 应对
    | 获得 | 取得 | 使得 | 将来 | 即将 | 非政府 | 非法 | 非缔约 | 非国家 | 不同 | 未来 | 所得 | 不利 | 不断
"""
