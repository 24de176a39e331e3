/** Surnames of two characters in use (GB/T 2261-type lists and the 1982 and 2020 name reports; choice ours). */
const COMPOUND = new Set(
  `欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 令狐 慕容 宇文 长孙 夏侯 轩辕 端木 南宫 西门 独孤 拓跋 百里 呼延 东郭 闻人 太史 申屠 公羊 澹台 濮阳 淳于
单于 钟离 左丘 东门 第五 赫连 万俟 司空 亓官 仲孙 鲜于 闾丘 子车 颛孙 巫马 公西 漆雕 乐正 宰父 谷梁 段干 梁丘 南郭 羊舌 微生 司寇 纳兰 完颜 叶赫 哈尼`.split(
    /\s+/,
  ),
);

/** A name as its units: a Chinese character, a Latin run, or `?` for what could not be written. */
export interface SplitName {
  readonly surname: readonly string[];
  readonly given: readonly string[];
}

/**
 * Splits a folded name. A middle dot ends the first part of a minority or foreign name, which is taken as the surname's place (such
 * names have no surname; what matters is that the same part stays comparable); else two characters of a compound surname with
 * something after them; else one. A name of one unit has no given part.
 */
export function splitName(folded: string): SplitName {
  const dot = folded.indexOf('·');
  if (dot > 0) return { surname: units(folded.slice(0, dot)), given: units(folded.slice(dot + 1).replaceAll('·', '')) };
  const all = units(folded);
  const width = all.length > 2 && COMPOUND.has(`${all[0]}${all[1]}`) ? 2 : 1;
  return { surname: all.slice(0, width), given: all.slice(width) };
}

const units = (text: string): readonly string[] => text.match(/[A-Z]+|./gu) ?? [];
