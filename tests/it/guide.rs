//! The guide for deciding a request, from the command line.

use crate::office::Office;

#[test]
fn the_order_of_the_questions_and_the_sheet_of_a_row_need_no_office() {
    let office = Office::empty();
    let order = office.run(&["guide"]).done().out;
    for words in [
        "一、齐不齐（条例第二十九条、第三十条）",
        "否 -> 先办：发“补正告知”",
        "是 -> （五）2 重复申请",
        "最容易混",
    ] {
        assert!(order.contains(words), "{words}: {order}");
    }
    let sheet = office.run(&["guide", "deny_safety"]).done().out;
    assert!(sheet.starts_with("（三）3 危及“三安全一稳定”  deny_safety\n"), "{sheet}");
    for words in ["不属于    只是怕引起信访", "留存      风险评估", "依据      条例第十四条", "复议前置"]
    {
        assert!(sheet.contains(words), "{words}: {sheet}");
    }
    for word in ["三3", "（三）3", "(三)3", "三３", "危及“三安全一稳定”"] {
        assert_eq!(office.run(&["guide", word]).done().out, sheet, "{word}");
    }
    let query = office.run(&["guide", "deny_query"]).done().out;
    assert!(query.contains("不是复议前置"), "{query}");
    let unknown = office.run(&["guide", "三9"]);
    assert!(unknown.code == 2 && unknown.err.contains("deny_secret"), "{unknown:?}");
}

#[test]
fn for_a_case_the_guide_says_what_the_file_still_lacks_until_it_is_there() {
    let mut office = Office::on("2026-03-02");
    let no = office.register("2026-03-02", "李强", "征地补偿安置名册");
    let lacks = |office: &Office, row: &str| office.run(&["guide", row, "--for", &no]).done().out;
    assert!(lacks(&office, "deny_third").contains("还缺      “保护第三方合法权益”须先向第三方“征求意见”"));
    assert!(lacks(&office, "none_held").contains("还缺      不存在：“不存在”须有检索记录"));
    assert!(!lacks(&office, "非本机关").contains("检索记录，请先"));
    assert!(lacks(&office, "open").contains("这一结果的必备前提已齐"));
    assert!(lacks(&office, "ot_nosupp").contains("还缺      没有等待中的补正告知，请先“补正告知”"));
    assert!(lacks(&office, "ot_other").contains("这一结果的必备前提已齐"));
    let all = office.run(&["guide", "--for", &no]).done().out;
    for words in
        ["2026-001 要作下列答复，还缺", "（四）3 补正后申请内容仍不明确", "（五）4 无正当理由大量反复申请"]
    {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert!(!all.contains("（三）1"), "{all}");

    office.day("2026-03-04");
    let _ = office.run(&["act", &no, "consult-send", "--party", "王芳", "--role", "third"]).done();
    assert!(lacks(&office, "deny_third").contains("这一结果的必备前提已齐"));
    assert_eq!(office.run(&["guide", "open", "--for", "2026-999"]).code, 1);
}
