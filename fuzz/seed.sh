#!/usr/bin/env bash
# Fills corpus/ with what the program itself makes and the tests keep. Wants the program built (GONGKAI_BIN
# names it elsewhere), unzip and xxd.
set -euo pipefail
cd "$(dirname "$0")"
bin=$(realpath "${GONGKAI_BIN:-../target/debug/gongkai}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fixtures=../tests/fixtures
for target in wire stored segments keymap ledger report backup journal_import key_store notice dates; do
    mkdir -p "corpus/$target"
done
office() { "$bin" --home "$work/office" "$@"; }
# under KIND IN OUT: the bytes of IN after one byte that says what they are.
under() { { printf "\\x0$1"; cat "$2"; } >"$3"; }

"$bin" demo --dir "$work/office" --no-open >/dev/null
year=$(($(date +%Y) - 1))

cp ../keymaps/*.toml corpus/keymap/
printf 'Ctrl-G' >corpus/keymap/keys
cp $fixtures/holidays.json corpus/notice/
for shown in 2019 2020 2021 2025 2026; do office calendar show "$shown" --text >"corpus/notice/$shown"; done
for date in 2025-03-05 2025/3/5 2025年3月5日 20250305 0105 1.5 +3 -3 上周五 今天 ０１０５ 1。5; do
    printf '%s' "$date" >"corpus/dates/${date//\//-}"
done

for format in json csv xlsx docx html markdown text; do
    office report "$year" --format $format -o "$work/report.$format" >/dev/null
    under 0 "$work/report.$format" "corpus/report/$format"
done
under 0 $fixtures/annual_report_2025_beiguan.md corpus/report/published
unzip -p "$work/report.docx" word/document.xml >"$work/part"
under 1 "$work/part" corpus/report/docx-part
sheet() {
    for part in worksheets/sheet1 sharedStrings styles workbook _rels/workbook.xml; do
        local name="xl/$part.xml"
        [ "$part" = _rels/workbook.xml ] && name=xl/_rels/workbook.xml.rels
        unzip -p "$1" "$name" 2>/dev/null || true
        printf '\0'
    done
}
sheet "$work/report.xlsx" >"$work/part"
under 2 "$work/part" corpus/report/xlsx-parts
under 2 "$work/part" corpus/ledger/xlsx-parts
under 0 "$work/report.xlsx" corpus/ledger/xlsx
cat >"$work/ledger.csv" <<'CSV'
编号,收到日期,申请人,申请人类型,申请内容,补正通知日期,延期至,办理结果,答复日期,备注
2025-001,2025-03-05,李强,自然人,关于某某小区征地补偿安置方案的批复,,,予以公开,2025-03-20,
2025-002,2025/3/6,某某商贸有限公司,商业企业,"会议纪要
两份",2025-03-10,2025-05-01,部分公开,2025年4月2日,附件
合计,,,,,,,,,
CSV
under 0 "$work/ledger.csv" corpus/ledger/csv
{
    printf '<worksheet><sheetData>'
    row=0
    while IFS=, read -r -a cells; do
        row=$((row + 1))
        printf '<row r="%d">' $row
        for cell in "${cells[@]}"; do printf '<c t="inlineStr"><is><t>%s</t></is></c>' "$cell"; done
        printf '</row>'
    done < <(head -2 "$work/ledger.csv")
    printf '<row r="4"><c r="A4"><v>3</v></c><c r="B4"><v>45721</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells></worksheet>'
} >"$work/part"
under 2 "$work/part" corpus/ledger/sheet

office journal export "$work/journal.jsonl" >/dev/null 2>&1 || office journal export >"$work/journal.jsonl"
head -40 "$work/journal.jsonl" | sed '1s/"entries":[0-9]*/"entries":39/' >corpus/journal_import/some
for count in 1 2 5; do
    head -$((count + 1)) "$work/journal.jsonl" | sed "1s/\"entries\":[0-9]*/\"entries\":$count/" >corpus/journal_import/$count
done

xxd -r -p $fixtures/journal_v1.hex "$work/segment"
for mode in 0 1 3; do
    { printf "\\x0$mode\\x40\\x00"; cat "$work/segment"; } >"corpus/segments/v1-$mode"
done

store="$work/office/data/keys/cases.keys"
{ printf '\x00'; head -c 2048 "$store"; } >corpus/key_store/whole
{ printf '\x03'; head -c 1088 "$store" | tail -c 1024; } >corpus/key_store/slots

le16() { printf "\\x$(printf %02x $(($1 & 255)))\\x$(printf %02x $(($1 >> 8)))"; }
number=0
while read -r kind version clear private; do
    number=$((number + 1))
    [ "$clear" = - ] && clear=
    [ "$private" = - ] && private=
    {
        le16 "$kind"
        printf "\\x$(printf %02x "$version")"
        le16 $((${#clear} / 2))
        printf '%s%s' "$clear" "$private" | xxd -r -p
    } >"corpus/stored/$number"
done <$fixtures/events_v1.txt

under 0 $fixtures/backup_v1.backup corpus/backup/v1
{
    unzip -p $fixtures/backup_v1.backup manifest.json
    printf '\0'
    unzip -p $fixtures/backup_v1.backup journal/000001.journal
} >"$work/part"
under 1 "$work/part" corpus/backup/parts
cat >"$work/part" <<'JSON'
{"format":1,"program":"0.1.0","id":"00","office":"甲","practice":true,"made_at":1,"made_on":"2026-01-01","rotating":false,"head_seq":0,"head_seal":"0000000000000000000000000000000000000000000000000000000000000000","files":[{"path":"journal/000001.journal","size":SIZE,"sm3":"SM3","opened":null}],"key":null}
JSON
printf '\0' >>"$work/part"
cat "$work/segment" >>"$work/part"
under 1 "$work/part" corpus/backup/own

printf '\x00\x00\x00\x00\x00\x00\x00\x00A\x00\x00\x00\x01\x00\x00' >corpus/wire/key
printf '\x00\x00\x00\x00\x01\x00\x00\x00\x03\x00\x00\x00\x00\x00\x00\x00abc' >corpus/wire/paste
printf '\x01\x00\x00\x00\x03\x00\x00\x00\x00\x00\x00\x00abc' >corpus/wire/part
printf '\x03\x00\x00\x00\x01\x00\x00\x00\x03\x00\x00\x00\x00\x00\x00\x00abc' >corpus/wire/answer
printf '\x00\x00\x00\x00\x01\x03\x00\x00\x00\x00\x00\x00\x00\xe5\xae\x8c' >corpus/wire/end
printf '\x01\x00\x05\x00\x00\x00\x00\x00\x00\x000.1.0\x00\x02\x00\x00\x00' >corpus/wire/hello
