"""Paragraphs by the yard: facts to fill with, words without facts, and other subjects."""
VERBS = ["推动", "落实", "细化", "完善", "优化", "统筹"]
AREAS = ["稳岗就业", "义务教育", "养老服务", "农村供水", "老旧小区改造", "食品药品监管", "惠企政策", "耕地保护", "公共文化", "医疗保障",
         "道路交通", "生态修复", "防灾减灾", "优化营商环境", "乡村振兴", "住房保障"]
WAYS = ["逐月核对目录并补齐缺项", "由业务科室与公开机构双向校核", "同步配发图解和问答", "在服务大厅滚动播放", "纳入村务公开栏张贴范围",
        "邀请基层代表参与会商", "按照标准指引逐条核验", "通过短信向重点群体精准推送", "设置专题页面集中呈现", "形成台账、闭环管理"]
ENDS = ["群众查询更加方便", "公开的时效明显改善", "政策知晓面进一步扩大", "办事咨询量随之下降", "企业反映良好"]


def filler(rng, report, taken):
    """A paragraph with a fact of its own, unlike those that are there; no count in it."""
    while True:
        areas = rng.sample(AREAS, 3)
        text = "%s%s、%s、%s等领域信息公开，%s，%s，%s，%s。" % (
            rng.choice(VERBS), *areas, "%s%s" % (report.agency.own, rng.choice(WAYS)),
            rng.choice(WAYS), rng.choice(["对涉及群众切身利益的事项做到随时更新", "对发现的问题做到当日整改",
                                          "对专业性较强的内容做到通俗表达"]), rng.choice(ENDS))
        if text not in taken:
            return text


GENERIC = ["高度重视政府信息公开工作，不断提高政治站位，切实加强组织领导，健全完善工作机制。", "坚持以人民为中心的发展思想，持续深化政务公开，努力建设人民满意的服务型政府。",
           "各级政府部门要认真履行职责，积极回应社会关切，不断提升工作水平。", "一些地区和部门积极探索，创新公开方式，取得了良好的社会效果。",
           "进一步规范公开程序，拓宽公开渠道，丰富公开内容，提高公开质量。", "通过加强学习培训，工作人员的业务素质和服务意识得到了明显增强。",
           "严格落实各项制度，强化监督检查，确保各项工作任务落到实处。", "部分地区结合实际，加大宣传力度，营造了全社会关心支持的良好氛围。"]


def generic(rng):
    picked = rng.sample(GENERIC, rng.randint(3, 6))
    return ["".join(picked)] if rng.random() < 0.5 else picked


OTHER_SUBJECTS = [
    ["{place}地处丘陵地带，气候温润，盛产茶叶和柑橘，素有鱼米之乡的美誉。近年来依托山水资源发展旅游，游客可沿滨江步道观赏日出。",
     "辖区交通便利，距高铁站约半小时车程，民宿和采摘园分布在沿河两岸。"],
    ["扎实开展主题教育，组织党员学习党章党规，严格落实“三会一课”和民主生活会制度。", "开展廉政谈话和警示教育，驰而不息纠治四风，党员干部作风进一步转变。"],
    ["今年以来粮食生产喜获丰收，小麦单产稳中有升，畜禽存栏保持平稳。", "冬小麦田间管理有序推进，农机检修和种子储备基本到位，春耕物资供应充足。"],
    ["认真组织消防演练，对沿街商铺的灭火器、应急照明和疏散通道进行排查，督促业主更换老化线路。",
     "冬季取暖期间张贴防范一氧化碳中毒提示，入户检查烟道。"]]


def off_topic(rng, agency):
    return [t.format(place=agency.short) for t in rng.choice(OTHER_SUBJECTS)]
