-- Characters that were lost before the page came here: bytes of no encoding, text cut off (chapter 8 of the domain).
-- What the reader could repair without loss (a wrong charset label) is only noted.

local duty = require "duty"

return rule {
  id        = "text.damage",
  title     = { zh = "文字没有损坏", en = "The text is not damaged" },
  why       = {
    zh = "编码损坏的网页，读者看到的是乱码，数字和名称也可能随之丢失。",
    en = "Readers of a damaged page see garbage, and figures or names may be lost with it.",
  },
  severity  = "advice",
  documents = "any",
  basis     = { "《政府网站与政府系统政务新媒体检查指标》（国办秘函〔2019〕19号）" },
  remedy    = {
    zh = "以UTF-8编码重新保存并发布，核对文字是否完整。",
    en = "Save and publish the page again as UTF-8 and check that no text is lost.",
  },
  check     = duty.text_intact {
    lost = {
      ["invalid-bytes"] = { zh = "%s处字节无法解码，文字已丢失", en = "%s bytes could not be decoded, characters are lost" },
      ["cut"] = { zh = "%s处内容超过限度，没有读完", en = "%s parts exceeded a limit and were not read" },
    },
    noted = {
      ["charset"] = { zh = "声明的编码与实际不符，已按实际编码读取", en = "the declared charset is wrong; the true one was used" },
      ["deleted"] = { zh = "有修订痕迹，按全部接受后的文字读取，删去的没有计入",
        en = "there are tracked changes; the text was read as if all were accepted, without what was deleted" },
      ["comments"] = { zh = "有批注，批注没有计入", en = "there are comments, which do not count" },
    },
  },
}
