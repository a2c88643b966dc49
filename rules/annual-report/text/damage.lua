-- Characters that were lost before the page came here: bytes of no encoding, text cut off, text that was decoded by the
-- wrong table and saved again (chapter 8 of the domain). What could be repaired or left out without loss (a wrong charset
-- label, readings behind characters, a date without its marks) is only noted.

local duty = require "duty"

local readings = { zh = "删去夹在文字中的拼音。", en = "Delete the readings between the characters." }

return rule {
  id        = "text.damage",
  title     = { zh = "文字没有损坏", en = "The text is not damaged" },
  why       = {
    zh = "编码损坏的网页，读者看到的是乱码，数字和名称也可能随之丢失。",
    en = "Readers of a damaged page see garbage, and figures or names may be lost with it.",
  },
  severity  = "advice",
  basis     = { "《政府网站与政府系统政务新媒体检查指标》（国办秘函〔2019〕19号）" },
  remedy    = {
    zh = "以UTF-8编码重新保存并发布，核对文字是否完整。",
    en = "Save and publish the page again as UTF-8 and check that no text is lost.",
  },
  patterns  = {
    -- UTF-8 read as GBK, GBK read as UTF-8, characters put in for what no table had, memory that was never filled.
    garbled = {
      pattern = "(?:锟斤|斤拷|閿熸枻|鎷烽敓|ä¿¡|çš„|ã€|å·¥|åˆ†|æŠ¥|åo¦|å\\.{3}¬|ÐÅ|Õþ|Äê|×÷|俊鎭|叕寮|[?]{4}|烫烫|屯屯|\u{FFFD}\u{FFFD}|"
        .. "淇℃伅|鏀垮簻|鍏紑|涓浗|涓崕|浜烘皯|骞村害|鎶ュ憡|宸ヤ綔|鏉′緥|闂備|闂佺|闂佸|闂傚|闁诲|閻庤|缂備|婵犵|濠电|Ã[¤¥¦§¨©]|â€)"
        .. "[^,。;:、0-9()\"]{1,80}",
      literal = {
        "锟斤", "斤拷", "閿熸枻", "鎷烽敓", "ä¿¡", "çš„", "ã€", "å·¥", "åˆ†", "æŠ¥", "åo¦", "å...¬", "ÐÅ", "Õþ", "Äê", "×÷", "俊鎭", "叕寮", "????",
        "烫烫", "屯屯", "\u{FFFD}\u{FFFD}",
        "淇℃伅", "鏀垮簻", "鍏紑", "涓浗", "涓崕", "浜烘皯", "骞村害", "鎶ュ憡", "宸ヤ綔", "鏉′緥", "闂備", "闂佺", "闂佸", "闂傚", "闁诲", "閻庤", "缂備",
        "婵犵", "濠电", "Ã", "â€",
      },
    },
    unmarked = { pattern = "(?<![0-9])20[0-9]{2}(?:1[0-2]?|0?[1-9])(?:(?:[12][0-9]|3[01]|0?[1-9])日|月[0-9]{1,2}日)", literal = "日" },
  },
  check     = duty.text_intact {
    lost = {
      ["invalid-bytes"] = { zh = "%s处字节无法解码，文字已丢失", en = "%s bytes could not be decoded, characters are lost" },
      ["cut"] = { zh = "%s处内容超过限度，没有读完", en = "%s parts exceeded a limit and were not read",
        remedy = { zh = "只交年报本身，去掉其余内容后重新报送。", en = "Send the annual report alone, without what else is in the file." } },
      ["off-paper"] = { zh = "%s页的文字超出纸张边缘，被截掉了一部分", en = "text runs off the paper on %s pages: part of it is lost",
        remedy = { zh = "打印时改用横向纸张，或缩小到一页的宽度，重新导出 PDF；或改交网页、Word 文件。",
          en = "Export the PDF again on landscape paper or fitted to the page's width, or give the web page or a Word file." } },
    },
    noted = {
      ["charset"] = { zh = "声明的编码与实际不符，已按实际编码读取", en = "the declared charset is wrong; the true one was used" },
      ["deleted"] = { zh = "有修订痕迹，按全部接受后的文字读取，删去的没有计入",
        en = "there are tracked changes; the text was read as if all were accepted, without what was deleted",
        remedy = { zh = "逐处接受或拒绝修订，另存为没有修订痕迹的定稿。", en = "Accept or reject every change and save the final text without them." } },
      ["ocr"] = { zh = "扫描件，%s页的文字由程序识别得到；看不清的值作无法辨认，各处疑点须核对原件",
        en = "a scan: the text of %s pages was recognised by a program; doubtful values are unreadable, and what seems wrong must be compared",
        remedy = { zh = "改交文字可以选中的文件或网页。", en = "Give a file or page whose text can be selected." } },
      ["comments"] = { zh = "有批注，批注没有计入", en = "there are comments, which do not count",
        remedy = { zh = "删除全部批注，另存为定稿。", en = "Delete all comments and save the final text." } },
    },
    lost_words = { garbled = { zh = "有一段乱码", en = "a run of garbled characters" } },
    noted_words = { unmarked = { zh = "日期缺“年”“月”字样，已按完整的日期读取", en = "a date lost its marks and was read as a whole one",
      remedy = { zh = "把日期写全，如“2024年12月31日”。", en = "Write the date out, as 2024年12月31日." } } },
    noted_raw = {
      -- From the bracket on, which is found faster than the character before it.
      ["(?<=[一-龥])\\((?=[^()]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}(?: [^ ()]{1,6}){1,9}\\)"] = {
        zh = "词后夹有拼音", en = "readings behind words", remedy = readings,
      },
      ["(?<=[一-龥])\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}\\)"] = { zh = "字后夹有拼音，已略去", en = "readings behind characters, left out",
        remedy = readings },
    },
  },
}
