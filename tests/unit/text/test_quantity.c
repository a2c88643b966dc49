/* test_quantity.c - quantities, wholes with their parts, and shares, as tables of sentences. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "quantity_silent.h"
#include "text/normalise.h"
#include "text/quantity.h"

struct sample {
    const char *text, *says;
};

/* "relation whole=sum" for each statement, "percent=part/whole grade" for each share ("?" behind what
 * is ambiguous), separated by blanks. */
static const struct sample judged[] = {
    /* parts exceed the whole */
    { "公开信息100条,其中网站60条、微信50条。", "over 100条=110" },
    { "公开信息100条,其中网站60条,微信50条,公开栏20条。", "over 100条=130" },
    { "公开信息100条(网站60条、微信50条)。", "over 100条=110" },
    { "公开信息100条,其中网站101条。", "over 100条=101" },
    { "公开信息100条。其中:网站60条;微信50条。", "over 100条=110" },
    { "公开信息51条,具体包括年报1条,机构职能3条,政务活动43条,财政预决算2条,财政信息2条,"
      "人事信息2条。",
      "over 51条=53" },
    { "收到来信553件,其中有效信件897件,无效重复信件56件。", "over 553件=953 closed" },
    { "现有账号205个。按开设主体分,市级946个,县级59个。", "over 205个=1005" },
    { "现有账号205个。按主体分,市级146个,县级59个。按类型分,微信76个、微博83个、客户端6个,"
      "视频号46个。",
      "holds 205个=205 over 205个=211" },
    { "公开信息50条。网站运行正常。在主动公开的信息中,政策类5条,业务类10条,结果类30条,统计类6条。",
      "over 50条=51" },
    { "公开信息50条,内容涵盖政务信息12条、工作动态49条。", "over 50条=61" },
    { "提案629件,经审查立案621件。在已立案提案中,集体提案488件,委员提案433件。", "over 621件=921" },
    { "公开信息1310条,具体如下:1.网站820条。2.公众号400条。3.公开栏95条。",
      "over 1310条=1315 closed" },
    { "公开信息1310条。一是通过网站公开820条;二是通过公众号公开400条;三是通过公开栏公开95条。",
      "over 1310条=1315 closed" },
    { "办结申请131件。一是予以公开82件;二是部分公开9件;三是不予公开62件。",
      "over 131件=153 closed" },
    { "办结申请131件,分别为:(1)予以公开82件。(2)部分公开9件。(3)其他处理12件。",
      "ambiguous 131件=91 short 131件=103 closed" },
    { "收到公开申请702件(上年结转11件,结转下年6件,依法答复777件)。", "short 777件=713 closed" },
    { "处理申请812件(包含上年结转31件),724件已予以答复,38件结转下年答复。",
      "holds 812件=31 short 812件=762 closed" },
    { "新收申请146件,上年结转7件。办结189件,结转下年4件。", "short 189件=153 closed" },
    { "发布信息60条。其中,动态12条、其他30条,共发布42条;专题18条。", "holds 60条=60" },
    { "发布信息60条。其中,动态12条、其他30条,共发布42条;其他8条。", "short 60条=50 closed" },
    { "发布信息60条,其中动态12条、其他30条,共发布40条。", "short 60条=42 closed" },
    { "收到申请10件,办结10件,其中予以公开6件,部分公开5件。", "over 10件=11" },
    { "清理文件4120件,保留3385件,修改212件,废止或宣布失效623件。", "over 4120件=4220" },
    { "收回问卷285份,回收率95%;非常满意192份,满意78份,基本满意12份,不满意8份。",
      "over 285份=290 closed" },
    { "网站公开12条、微信公开30条,合计42条。公开内容包括两类:机构情况20条,便民服务32条。",
      "holds 42条=42 closed over 42条=52" },
    { "新收33件,比上年多3件。同比有增。从受理层级看,市本级20件,县区16件。", "over 33件=36" },
    { "新收33件。办结35件。数量与往年持平。其中,予以公开20件,不予公开16件。", "over 35件=36" },
    { "新收33件。办结情况良好。其中,予以公开20件,不予公开15件。", "" },
    { "收到申请33件。数量与往年持平。其中,自然人30件,企业提出9件。", "over 33件=39" },
    { "接待咨询372人次,其中现场331人次,电话61人次。", "over 372人次=392" },
    { "办结35件,结转下年度2件。其中予以公开25件、无法提供13件。", "over 35件=38" },
    { "共50件,其中公开30件(其中秘密20件、内部15件),不予公开20件。", "holds 50件=50 over 30件=35" },
    { "调整人员3名,其中专职2名、兼职2名。", "over 3名=4" },
    { "投入经费10万元,其中培训6万元,印刷5万元。", "over 10万元=110000" },
    { "公开信息5128条,较2022年的4963条增长3.3%。其中,网站3408条,微博874条,微信1238条。",
      "over 5128条=5520 3.3%=5128条/4963条 0" },
    { "网站发布各类信息386条,新媒体推送214条。网站信息中,政策类142条、动态类201条、其他类15条。",
      "short 386条=358 closed" },
    { "培训经费86.5万元,其中平台59.1万元,培训14.2万元,印刷20万元。", "over 86.5万元=933000" },
    { "邀请代表97人、群众214人,共计300人参加。", "over 300人=311 closed" },
    { "2021年至2023年公开数分别为812条、934条、1027条,三年累计2413条。",
      "over 2413条=2773 closed" },
    { "网上答复30件,信函答复14件,全年共答复41件。", "over 41件=44 closed" },
    { "收到意见72条,其中采纳41条、部分采纳9条、不采纳14条。", "short 72条=64 closed" },
    { "解答咨询2375人次,电话咨询1980人次、现场咨询750人次。", "over 2375人次=2730" },
    { "公开职能12条;公开规划5条;公开财政24条。以上共51条。", "short 51条=41 closed" },
    { "公开职能12条;公开规划5条。公开财政24条。共51条。", "" },
    { "受理57件,网上38件。答复结果中公开29件,部分公开4件,不予公开26件。", "" },
    { "受理57件,申请人中公民52件,法人5件;申请方式中网上38件,邮寄12件,其他9件。",
      "holds 57件=57 closed over 57件=59 closed" },
    { "建议18件,其中重点督办2件,主办9件,协办9件。", "ambiguous 18件=20" },
    /* a catch-all closes the list */
    { "公开信息100条,其中网站60条、其他30条。", "short 100条=90 closed" },
    { "公开信息100条,其中网站60条,微信20条,其他渠道10条。", "short 100条=90 closed" },
    { "公开信息100条,含文件类信息0条,其他文件30条,工作动态等信息20条。", "short 100条=50 closed" },
    { "公开信息100条,其中政策文件20条,通知公告等信息50条。", "short 100条=70 closed" },
    { "收到20件,其中网络12件,其余5件。", "short 20件=17 closed" },
    { "收到点题1046个,已公开11009个,其余37个正在办理。", "over 1046个=11046 closed" },
    { "公开100条,其中透过网站公开60条,透过其他平台公开30条。", "short 100条=90 closed" },
    /* an open list may fall short */
    { "公开信息100条,其中网站60条、微信20条。", "open 100条=80" },
    { "公开信息100条,其中网站60条、其他20条等。", "open 100条=80" },
    { "答复94件,其中同意公开22件,因信息不存在等原因无法提供22件。", "open 94件=44" },
    { "公开信息100条,主要包括网站60条、其他20条。", "open 100条=80" },
    { "公开信息100条,其中机构职能等信息20条,政策文件等信息30条。", "open 100条=50" },
    /* the sum holds */
    { "公开信息100条,其中网站60条、微信40条。", "holds 100条=100" },
    { "公开信息100条,其中指南1篇,制度19篇,动态80篇。", "holds 100条=100" },
    { "收到申请6宗,其中网上申请4件,书面申请2件。", "holds 6宗=6" },
    { "50件,其中20件予以公开(10件网上、4件信函、1件传真、5件当面),11件部分公开,19件其他。",
      "holds 50件=50 closed holds 20件=20" },
    { "新收30件,上年结转7件,共37件,其中自然人25件,企业12件。",
      "holds 37件=37 closed holds 37件=37" },
    { "收到50件,办结48件。新收申请中,自然人40件,企业10件。", "holds 50件=50" },
    { "收到50件,办结48件。办结的申请中,予以公开40件,其他8件。", "holds 48件=48 closed" },
    { "收到50件,办结48件。办理结果为:予以公开40件,其他8件。", "holds 48件=48 closed" },
    { "5件申请均已答复,其中同意公开4件、信息不存在1件。", "holds 5件=5" },
    { "1,264条,其中网站1,000条、微信264条。", "holds 1,264条=1264" },
    /* a total behind its parts */
    { "图解12篇、视频9篇,共计21篇。", "holds 21篇=21 closed" },
    { "图解12篇、视频9篇,共计23篇。", "short 23篇=21 closed" },
    { "电话咨询43人次、现场咨询12人次、网上咨询7人次,共60人次。", "over 60人次=62 closed" },
    { "新收申请30件,上年结转7件,合计38件。", "short 38件=37 closed" },
    { "镇12个、街道4个,共160个村。", "" },
    { "会议3次,图解12篇、视频9篇,三项合计20篇。", "over 20篇=21 closed" },
    /* the whole seen in another way, or named again */
    { "共收到40件。按渠道分,网络25件,信函9件,其他7件。", "over 40件=41 closed" },
    { "共收到40件,其中网络31件、信函9件。从内容看,征地25件,其他16件。",
      "holds 40件=40 over 40件=41 closed" },
    { "在40件申请中,网络31件,信函11件。", "over 40件=42" },
    { "登记102件,其中有效申请94件、无效申请8件;有效申请中,征地50件、其他40件。",
      "holds 102件=102 closed short 94件=90 closed" },
    /* of a list that adds up to a whole which is not said, or not here */
    { "公开26件,占44.1%;部分公开5件,占8.5%;不予公开28件,占44.7%。",
      "44.1%=26件/28件 0 8.5%=5件/26件 0 44.7%=28件/26件 2" },
    { "社保类占41.4%(36件),工伤类占21.4%(21件),职称类占13.8%(12件),其他占20.7%(18件)。",
      "41.4%=36件/18件 0 21.4%=21件/36件 2 13.8%=12件/36件 0 20.7%=18件/36件 0" },
    { "县政府74件、县直部门163件、乡镇75件,分别占23.7%、55.2%和24.0%。",
      "23.7%=74件/75件 0 55.2%=163件/74件 2 24.0%=75件/74件 0" },
    { "新收70件,申请人撤回2件。新收申请中,自然人52件,占74.3%;法人18件,占25.7%。",
      "holds 70件=70 closed 74.3%=52件/70件 0 25.7%=18件/70件 0" },
    /* parts that need no cue */
    { "工作人员9名,专职3名,兼职7名。", "over 9名=10" },
    { "收到44件,当面11件,网络25件,信函9件。", "over 44件=45" },
    { "复议6件,其中维持4件,纠正2件,尚未审结1件。", "over 6件=7" },
    { "参检学校共58所,合格51所,基本合格5所,不合格4所。", "over 58所=60 closed" },
    { "受理咨询14个,现场办结9个,会后办结6个。", "over 14个=15" },
    { "公开9321条,其中动态99条、公告39条、依据59条,其他各类政府信息9134条。",
      "over 9321条=9331 closed" },
    { "公开9321条,其中动态89条、公告38件、依据59条、其他各类政府信息9134条。",
      "short 9321条=9320 closed" },
    { "受理21件,包括信函2件、网络19件,均已办结。其中予以公开15件,部分公开8件。",
      "holds 21件=21 over 21件=23" },
    { "公开信息966,其中新闻824条,公告74条,专题75条。", "over 966=973" },
    { "新媒体发布238条,其中微信90条,微博130,抖音19条。", "over 238条=239" },
    { "公开8769条,其中网站5469条,报刊1600余条,其他2100条。", "over 8769条=9169 closed" },
    { "公开8769条,其中网站5469条,报刊约1600余条,其他2100条。", "ambiguous 8769条=9169 closed" },
    { "处罚87起,罚款15万元,占道类52起,堆放类23起,其他21起。", "over 87起=96 closed" },
    { "公开信息70条。公开内容分为三类:动态40条,政策20条,通知15条。", "over 70条=75" },
    { "公开信息70条。动态、政策、通知三个栏目分别公开40条、20条和15条。", "over 70条=75" },
    { "收到26件,集中在征地(12件)、规划(9件)和其他方面(8件)。", "over 26件=29" },
    { "信息1486条。从栏目看:政策62条、补贴924条,剩余550条为动态。", "over 1486条=1536 closed" },
    { "28个村中按月更新的19个,按季更新的11个。", "over 28个=30" },
    { "市级3期420人次,县级25期2,160人次,共29期2,580人次。",
      "short 29期=28 closed holds 2,580人次=2580 closed" },
    { "清查8900余条,清除317条,更正42条,补录158条,三者合计571条。", "short 571条=517 closed" },
    /* by how much a count changed */
    { "纠错13件,较2022年的17件减少5件。", "over 17件=18 closed" },
    { "终端由62台增加到85台,新增28台。", "over 85台=90 closed" },
    { "栏目从41个减少到30个,减少11个。", "holds 41个=41 closed" },
    /* another part of the sentence, other things */
    { "复议6件,其中维持6件;诉讼5件,其中一审4件、二审2件。", "holds 6件=6 over 5件=6" },
    { "检查网站42个、账号118个,发现问题30个,其中链接21个、其他8个。", "short 30个=29 closed" },
    { "解读材料20篇,其中图解15篇、视频6篇,对应文件12件。", "over 20篇=21" },
    { "公开信息1.4万条,其中网站1.5万条、微信0.9万条。", "over 1.4万条=24000" },
    /* two wholes, or the list's end is open */
    { "建议48件,提案61件,其中主办70件。", "ambiguous 61件=70" },
    { "新收30件,上年结转7件,其中自然人25件,企业12件。", "ambiguous 30件=37" },
    { "2022年520条,2021年475条,其中网站分别公开310条、290条。", "ambiguous 520条=600" },
    { "宣传资料约500份,其中手册300份、折页230份。", "ambiguous 500份=530" },
    { "公开信息100条,其中文件60件,附件50份。", "ambiguous 100条=110" },
    /* shares */
    { "公开信息2768条,其中决策177条,占总数的6.3%;政策506条,占总数的18.3%。",
      "open 2768条=683 6.3%=177条/2768条 1 18.3%=506条/2768条 0" },
    { "收到1499件,其中自然人1303件,占86.92%;企业172件,占11.47%;其他24件,占1.60%。",
      "holds 1499件=1499 closed 86.92%=1303件/1499件 0 11.47%=172件/1499件 0 1.60%=24件/1499件 0" },
    { "收到100件,其中网络62件,占比52%。", "holds 100件=62 52%=62件/100件 2" },
    { "受理600件,已办结590件,办结率为98.3%。", "98.3%=590件/600件 0" },
    { "受理600件,已办结590件,办结率为89.3%。", "89.3%=590件/600件 2" },
    { "受理600件,已办结590件,按时办结率100%。", "100%=590件/600件 2?" },
    { "材料20篇,其中图解10篇、视频6篇、文字4篇,分别占总数的50%、30%、25%。",
      "holds 20篇=20 50%=10篇/20篇 0 30%=6篇/20篇 0 25%=4篇/20篇 2" },
    { "共40件,其中网络30件(75%)、信函10件(35%)。",
      "holds 40件=40 75%=30件/40件 0 35%=10件/40件 2" },
    { "咨询2599人次,是上年787人次的2.3倍。", "2.3倍=2599人次/787人次 2" },
    { "培训6期208人次,平均每期34.7人次,图解由6篇增至20篇,增长3.3倍。",
      "34.7人次=208人次/6期 0 3.3倍=20篇/6篇 0" },
    { "接件317件--咨询111件、投诉129件、建议107件--均已回复。", "over 317件=347" },
    { "图解10篇,占20篇的50%。", "50%=10篇/20篇 0" },
    { "图解12篇、视频8篇,分别占总数20篇的60%、45%。", "60%=12篇/20篇 0 45%=8篇/20篇 2" },
    { "收到复议12件,已审结10件,审结率88.3%。", "88.3%=10件/12件 2" },
    { "新收52件。其中:1.自然人47件;2.法人6件。", "over 52件=53 closed" },
    { "公开60件,分布如下:\n图解21件\n视频18件\n其他22件", "over 60件=61 closed" },
    { "培训615人次,较上年少47人次(2019年为663人次)。", "short 663人次=662 closed" },
    { "新媒体33个,比年初的41个减少8个(关停5个、整合3个)。", "holds 8个=8" },
    { "所涉内容:学籍14件,招生12件,教师9件,其他4件。", "" },
    { "接听9417次,人工接听6124次,智能应答3294次。", "over 9417次=9418" },
    { "接听9417次,人工接听6124次,回访3829次。", "" },
    { "访问3126.4万次,其中移动端1894.5万次,占60.6%。",
      "holds 3126.4万次=18945000 60.6%=1894.5万次/3126.4万次 0" },
    { "访问3126.4万次,其中移动端1894.5万次,占90.6%。",
      "holds 3126.4万次=18945000 90.6%=1894.5万次/3126.4万次 2" },
    { "申请63件,按方式分为网络41件、信函23件;按申请人分为个人55件、单位8件。",
      "over 63件=64 holds 63件=63" },
    { "收到40件,其中网络30件,约占70%。", "holds 40件=30 70%=30件/40件 2?" },
    { "审核公文120件,认定公开30件,占25%;认定不公开90件,占57%。",
      "25%=30件/120件 0 57%=90件/120件 2" },
    { "抽检320批次,检出不合格5批次,不合格率1.65%。", "1.65%=5批次/320批次 2" },
    { "发出问卷600份,收回有效问卷573份,有效回收率96.5%。", "96.5%=573份/600份 2" },
    { "网办事项126项,占全部事项(134项)的90.4%。", "90.4%=126项/134项 2" },
    { "养老类占41.4%(36件),工伤类占31.4%(21件),申请共87件。", "" },
    { "办结130件。办理结果为:公开64件,占49.23%;其他66件,占58.77%。",
      "holds 130件=130 closed 49.23%=64件/130件 0 58.77%=66件/130件 2" },
    /* growth */
    { "受理29件,同比增加6件,增长26.1%。", "26.1%=6件/29件 0" },
    { "受理29件,同比增加6件,增长36.1%。", "36.1%=6件/29件 2" },
    { "受理20件,比上年减少5件,下降20%。", "20%=5件/20件 0" },
    { "受理20件,比上年减少5件,下降25%。", "25%=5件/20件 2" },
    { "受理29件,办结28件,同比增加6件,增长26.1%。", "26.1%=6件/29件 0" },
    { "受理29件,办结28件,同比增加6件,增长56.1%。", "56.1%=6件/28件 2?" },
    { "公开5128条,较2022年的4963条增长3.3%。", "3.3%=5128条/4963条 0" },
    { "公开5128条,较2022年的4963条增长13.3%。", "13.3%=5128条/4963条 2" },
    { "访问量由上年的400次增长到500次,增长25%。", "25%=500次/400次 0" },
    { "收到96件,较2021年(71件)增长32.5%。", "32.5%=96件/71件 2" },
    { "新收87件,结转4件。与上年的93件相比,新收数量下降6.54%。", "6.54%=87件/93件 2" },
    { "收到941件(上年987件,同比下降7.4%)。", "7.4%=941件/987件 2" },
    { "收到46件,同比上升34.1%(2022年为35件)。", "34.1%=46件/35件 2" },
    { "复议由上半年的20件降至13件,降幅53%。", "53%=13件/20件 2" },
    { "公开100条,同比增长5%,受理20件。", "" },
    { "公开100条,增加20余条,增长25%。", "" },
    { "受理46件,去年35件,增长41.4%。", "41.4%=46件/35件 2" },
    { "2022年66件,2023年151件,同比增长118.8%。", "118.8%=151件/66件 2" },
    { "受理598件,环比上季度566件增长5.65%,同比去年415件增长54.10%。",
      "5.65%=598件/566件 0 54.10%=598件/415件 2" },
    { "检查314个,不合格55个,合格率72.48%。", "72.48%=55个/314个 2" },
    /* of one whole, told or not */
    { "公开290条,其中动态235条,占39.8%;政策315条,占53.4%;通知34条,5.8%;其他6条,占1.0%。",
      "over 290条=590 closed 39.8%=235条/6条 0 53.4%=315条/235条 0 5.8%=34条/235条 0 "
      "1.0%=6条/235条 0" },
    { "咨询85次,占65.38%。投诉30次,占32.08%。求助15次,占11.54%。",
      "65.38%=85次/15次 0 32.08%=30次/85次 2 11.54%=15次/85次 0" },
    { "网络占65.38%,共85件;信函占23.08%,共30件;当面占21.54%,共15件。",
      "65.38%=85件/15件 0 23.08%=30件/85件 0 21.54%=15件/85件 2" },
    { "县级占42.68%,市级占24.47%,省级占32.85%,分别为36527件、20940件和28112件。",
      "42.68%=36527件/28112件 0 24.47%=20940件/36527件 0 32.85%=28112件/36527件 0" },
    { "已答复437件。公开174件,占答复总数的41.73%;部分公开160件,占38.37%;其他83件,占19.90%。",
      "short 437件=417 closed 41.73%=174件/83件 0 38.37%=160件/174件 0 19.90%=83件/174件 0" },
    { "咨询占62.5%,投诉占31.3%,其他占16.2%。", "62.5%=62.5%/16.2% 2" },
    { "咨询占62.5%,投诉占21.3%,其他占16.2%。", "62.5%=62.5%/16.2% 0" },
    { "资讯452条,景区类748条、节庆类52条、提示类252条。", "over 452条=1052" },
    { "复议10件:维持4件,纠正2件,其他2件,未审结5件。", "over 10件=13 closed" },
    /* what is no share */
    { "收到92件,答复92件,群众满意率98%。", "" },
    { "公开100条,较上年增长5.3%,其中网站60条、微信40条。", "holds 100条=100" },
    { "公开100条,占全市总量的3%。", "" },
    { "政务公开占年度考核分值的5%。", "" },
    { "收到40件,其中网络30件,自然人占90%。", "holds 40件=30" },
};

static void describe(struct strbuf *out, struct str text)
{
    struct arena *arena = arena_new();
    struct quantities all;
    quantity_read(arena, text, &all);
    for (size_t i = 0; i < all.statement_count; i++) {
        const struct quantity_statement *s = &all.statements[i];
        const struct quantity *whole = &all.items[s->whole];
        strbuf_fmt(out, "%s%s %.*s=", out->n ? " " : "", quantity_relation_name(s->relation),
                   STR_ARG(str_sub(text, whole->at, whole->len)));
        decimal_print(out, s->sum);
        strbuf_c(out, s->closed ? " closed" : "");
    }
    for (size_t i = 0; i < all.share_count; i++) {
        const struct quantity_share *s = &all.shares[i];
        const struct quantity *p = &all.items[s->percent], *a = &all.items[s->part],
                              *t = &all.items[s->whole];
        struct decimal right;
        strbuf_fmt(out, "%s%.*s=%.*s/%.*s %d%s", out->n ? " " : "",
                   STR_ARG(str_sub(text, p->at, p->len)), STR_ARG(str_sub(text, a->at, a->len)),
                   STR_ARG(str_sub(text, t->at, t->len)), quantity_judge(&all, s, &right),
                   s->ambiguous ? "?" : "");
    }
    arena_free(arena);
}

static void says_what_the_text_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof judged / sizeof *judged; i++) {
        struct strbuf text = { 0 }, out = { 0 };
        text_normalise(&text, str_of(judged[i].text), 0, NULL);
        strbuf_c(&out, "");
        describe(&out, strbuf_view(&text));
        if (strcmp(out.p ? out.p : "", judged[i].says) != 0)
            print_message("%s\n", judged[i].text);
        assert_string_equal(out.p ? out.p : "", judged[i].says);
        strbuf_free(&out);
        strbuf_free(&text);
    }
}

static bool accuses(struct str text)
{
    struct arena *arena = arena_new();
    struct quantities all;
    bool found = false;
    quantity_read(arena, text, &all);
    for (size_t i = 0; i < all.statement_count; i++)
        found = found || all.statements[i].relation == QUANTITY_OVER ||
                all.statements[i].relation == QUANTITY_SHORT;
    for (size_t i = 0; i < all.share_count; i++) {
        const struct quantity_share *s = &all.shares[i];
        struct decimal right;
        found = found || (!s->ambiguous && quantity_judge(&all, s, &right) == 2);
    }
    arena_free(arena);
    return found;
}

static void is_silent_where_nothing_is_wrong(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++) {
        struct strbuf text = { 0 };
        text_normalise(&text, str_of(silent[i]), 0, NULL);
        if (accuses(strbuf_view(&text)))
            fail_msg("accused: %s", silent[i]);
        strbuf_free(&text);
    }
}

/* The numbers with their class, where any is read. */
static const struct sample numbers[] = {
    { "2021年12月31日公开5条", "5条:item" },
    { "国办发〔2021〕30号、国令第711号第二十条", "" },
    { "《2022年政务公开工作要点50条》明确12项任务", "12项:matters" },
    { "十四五规划、五公开、两微一端、“12345”热线", "" },
    { "电话:0799-3316020,邮编:477600,网址http://www.a.gov.cn/col/123/index.html", "" },
    { "接待1.8万余人次", "1.8万余人次:visits~" },
    { "收费46.20万元,占75.0%", "46.20万元:money 75.0%:percent" },
    { "约300条", "300条:item~" },
    { "3-5个工作日内答复3至5件", "3:bare~ 5个工作日:time~ 3:bare~ 5件:case~" },
    { "收到申请2宗,培训两次、15人次", "2宗:case 两次:times 15人次:visits" },
    { "未收到申请,未发生复议", "未收到:zero 未发生:zero" },
    { "V2.1.3版,A4纸,3G网络,9:30开会", "" },
    { "提高2.5个百分点", "2.5个百分点:points" },
    { "条例实施3年来,12345热线", "3年:time 12345:bare" },
    { "一是公开信息一件事,第三次会议", "" },
};

static void reads_numbers_that_count(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct arena *arena = arena_new();
        struct strbuf text = { 0 }, out = { 0 };
        struct quantities all;
        text_normalise(&text, str_of(numbers[i].text), 0, NULL);
        quantity_read(arena, strbuf_view(&text), &all);
        strbuf_c(&out, "");
        for (size_t k = 0; k < all.count; k++)
            strbuf_fmt(&out, "%s%.*s:%s%s", k ? " " : "", (int)all.items[k].len,
                       text.p + all.items[k].at, quantity_class_name(all.items[k].class),
                       all.items[k].approximate ? "~" : "");
        assert_string_equal(out.p ? out.p : "", numbers[i].says);
        strbuf_free(&out);
        strbuf_free(&text);
        arena_free(arena);
    }
}

static void judges_at_the_decimals_stated(void **state)
{
    (void)state;
    static const struct {
        struct decimal percent;
        int64_t part, whole;
        int grade;
        int64_t right;
    } shares[] = {
        { { 63, 1 }, 177, 2768, 1, 64 }, { { 64, 1 }, 177, 2768, 0, 64 },
        { { 62, 1 }, 177, 2768, 2, 64 }, { { 183, 1 }, 506, 2768, 0, 183 },
        { { 50, 0 }, 1, 2, 0, 50 },      { { 33, 0 }, 1, 3, 0, 33 },
        { { 34, 0 }, 1, 3, 1, 33 },      { { 35, 0 }, 1, 3, 2, 33 },
        { { 3333, 2 }, 1, 3, 0, 3333 },  { { 125, 1 }, 1, 8, 0, 125 },
        { { 13, 0 }, 1, 8, 0, 13 },      { { 12, 0 }, 1, 8, 0, 13 },
        { { 0, 0 }, 0, 5, 0, 0 },        { { 100, 0 }, 5, 5, 0, 100 },
        { { 100, 0 }, 5, 0, -1, 0 },
    };
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        struct quantity percent = { .value = shares[i].percent, .class = QUANTITY_PERCENT };
        struct quantity part = { .value = { shares[i].part, 0 } };
        struct quantity whole = { .value = { shares[i].whole, 0 } };
        struct decimal right = { 0, 0 };
        assert_int_equal(quantity_judge_share(&percent, &part, &whole, &right), shares[i].grade);
        assert_int_equal(right.value, shares[i].right);
    }
}

/* A page of nothing but lists must not take more than linear time. */
static void long_text_takes_linear_time(void **state)
{
    (void)state;
    const char *const pieces[] = { "其中5件", "公开5条,其中3条、(其中2条,", "占5%", "12条,", "," };
    for (size_t k = 0; k < sizeof pieces / sizeof *pieces; k++) {
        struct strbuf text = { 0 };
        while (text.n < 300000)
            strbuf_c(&text, pieces[k]);
        struct arena *arena = arena_new();
        struct quantities all;
        clock_t start = clock();
        quantity_read(arena, strbuf_view(&text), &all);
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (seconds > 8)
            fail_msg("%s took %.1f s", pieces[k], seconds);
        arena_free(arena);
        strbuf_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_numbers_that_count),
        cmocka_unit_test(says_what_the_text_says),
        cmocka_unit_test(is_silent_where_nothing_is_wrong),
        cmocka_unit_test(judges_at_the_decimals_stated),
        cmocka_unit_test(long_text_takes_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
