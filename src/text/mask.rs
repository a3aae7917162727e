//! Numbers of identity and telephone for eyes that need not know them whole.

/// Digits in a row from which on they are a number of somebody's.
const SHORTEST: usize = 7;

/// The text with the middle of every long number hidden, and of the local part of every mail address: enough
/// stays to tell two apart.
///
/// ```
/// use gongkai::text::mask;
/// assert_eq!(mask("51012319900101758X"), "5101**********758X");
/// assert_eq!(mask("13812347582"), "138****7582");
/// assert_eq!(mask("0514-87654321"), "0514-87****21");
/// assert_eq!(mask("lisi@example.com"), "l***@example.com");
/// assert_eq!(mask("长安路 5 号"), "长安路 5 号");
/// ```
pub fn mask(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run: Vec<char> = Vec::new();
    for c in text.chars() {
        // The last place of an identity number may be an X.
        let ends_identity = matches!(c, 'x' | 'X' | 'Ｘ') && run.len() >= SHORTEST;
        if c.is_numeric() || ends_identity {
            run.push(c);
        } else {
            flush(&mut run, &mut out);
            out.push(c);
        }
    }
    flush(&mut run, &mut out);
    mask_mail(&out)
}

fn flush(run: &mut Vec<char>, out: &mut String) {
    let (first, last) = match run.len() {
        15.. => (4, 4),
        11.. => (3, 4),
        SHORTEST.. => (2, 2),
        len => (len, 0),
    };
    let hidden = first..run.len().saturating_sub(last);
    out.extend(run.iter().enumerate().map(|(n, c)| if hidden.contains(&n) { '*' } else { *c }));
    run.clear();
}

fn mask_mail(text: &str) -> String {
    let Some((local, rest)) = text.split_once('@') else { return text.to_owned() };
    let is_local = |c: char| c.is_ascii_alphanumeric() || "._-+*".contains(c);
    let before = local.trim_end_matches(is_local);
    let name: Vec<char> = local.chars().skip(before.chars().count()).collect();
    match name.split_first() {
        Some((first, _)) => format!("{before}{first}***@{}", mask_mail(rest)),
        None => format!("{local}@{}", mask_mail(rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_numbers_and_addresses_in_a_text_are_each_hidden() {
        assert_eq!(mask("13812347582、lisi@a.cn，wang.wu@b.cn"), "138****7582、l***@a.cn，w***@b.cn");
        assert_eq!(mask("電話１３８１２３４７５８２"), "電話１３８****７５８２");
        assert_eq!(mask("@"), "@");
        assert_eq!(mask(""), "");
    }
}
