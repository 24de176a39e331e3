/**
 * Something wrong with someone's data or choice. Problems are collected and returned, never thrown and never dropped;
 * a bug throws an Error instead.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly where: Place;
  readonly params: Readonly<Record<string, string | number>>;
  /** A change that would mend it, ready to show: the likely key, the range, the command. */
  readonly fix?: string;
}

export interface Place {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** Key path inside the file or the request, e.g. `values.2.source.section`. */
  readonly path?: string;
}

export type ProblemCode = keyof typeof problemTexts;

/** The closed catalogue: each code with its sentence in both languages; `{name}` is filled from params. */
export const problemTexts = {
  'plan.file-missing': { zh: '缺少文件 {file}', en: 'file {file} is missing' },
  'plan.file-unknown': { zh: '规划包中不应有此文件 {file}', en: 'file {file} has no place in a plan pack' },
  'plan.not-utf8': { zh: '文件不是 UTF-8 编码', en: 'the file is not in UTF-8' },
  'plan.not-json': { zh: 'JSON 无法解析:{reason}', en: 'not readable as JSON: {reason}' },
  'plan.order': { zh: '{what} 次序不对:{reason}', en: '{what} are out of order: {reason}' },
  'plan.not-yaml': { zh: 'YAML 无法解析:{reason}', en: 'not readable as YAML: {reason}' },
  'plan.not-csv': { zh: 'CSV 无法解析:{reason}', en: 'not readable as CSV: {reason}' },
  'plan.key-repeated': { zh: '键 {key} 重复', en: 'key {key} is repeated' },
  'plan.key-unknown': { zh: '未知的键 {key}', en: 'unknown key {key}' },
  'plan.key-missing': { zh: '缺少键 {key}', en: 'key {key} is missing' },
  'plan.value-invalid': { zh: '值不合要求:{reason}', en: 'value is not acceptable: {reason}' },
  'plan.id-repeated': { zh: '标识 {id} 已在 {other} 使用', en: 'id {id} is used already in {other}' },
  'plan.unit-unknown': { zh: '单位 {id} 不在 units.yaml 中', en: 'unit {id} is not in units.yaml' },
  'plan.section-unknown': { zh: '章节 {id} 不在 document.yaml 中', en: 'section {id} is not in document.yaml' },
  'plan.area-unknown': { zh: '地区 {id} 不在 areas.yaml 中', en: 'area {id} is not in areas.yaml' },
  'plan.department-unknown': {
    zh: '部门 {id} 不在 departments.yaml 中',
    en: 'department {id} is not in departments.yaml',
  },
  'plan.source-unknown': { zh: '来源 {id} 不在 sources.yaml 中', en: 'source {id} is not in sources.yaml' },
  'plan.indicator-unknown': { zh: '没有指标 {id}', en: 'there is no indicator {id}' },
  'plan.scenario-unknown': { zh: '没有方案 {id}', en: 'there is no scenario {id}' },
  'plan.schedule-unknown': { zh: '没有年龄率表 {id}', en: 'there is no schedule {id}' },
  'plan.ages-overlap': {
    zh: '{year} 年{whom}在 {age} 岁处有两行重叠',
    en: '{year}, {whom}: two rows overlap at age {age}',
  },
  'plan.ages-gap': {
    zh: '{year} 年{whom}在 {from}—{to} 岁之间缺行',
    en: '{year}, {whom}: no row between the ages {from} and {to}',
  },
  'plan.formula-unknown': { zh: '没有公式 {id}', en: 'there is no formula {id}' },
  'plan.figure-unknown': { zh: '没有规划数字 {id}', en: 'no value carries figure {id}' },
  'plan.field-unknown': { zh: '数据约定中没有字段 {id}', en: 'the contract has no field {id}' },
  'plan.role-unknown': { zh: '数据约定中没有人员角色 {id}', en: 'the contract mentions no person in the role {id}' },
  'plan.code-unknown': { zh: '代码 {id} 不在代码表 {table} 中', en: 'code {id} is not in code table {table}' },
  'plan.code-table-unknown': { zh: '没有代码表 {id}', en: 'there is no code table {id}' },
  'plan.source-missing': { zh: '数值没有来源', en: 'a value has no source' },
  'plan.section-missing': { zh: '引用规划须写明章节', en: 'a citation of the plan needs its section' },
  'plan.words-missing': { zh: '引用规划须有定位短语', en: 'a citation of the plan needs a locating phrase' },
  'plan.target-before-baseline': {
    zh: '目标年 {at} 不晚于基期 {baseline}',
    en: 'target year {at} is not after the baseline {baseline}',
  },
  'plan.path-missing': { zh: '两个以上的规划值须写明路径', en: 'two or more plan values need a path' },
  'plan.value-empty': {
    zh: '须恰有 value、range、text、relative 之一',
    en: 'exactly one of value, range, text, relative is needed',
  },
  'plan.sum-differs': {
    zh: '{what}:分项之和 {sum} 不等于合计 {total}',
    en: '{what}: parts sum to {sum}, the total says {total}',
  },
  'plan.unit-differs': {
    zh: '公式得出的单位是 {computed},不是 {unit}',
    en: 'the formula gives {computed}, not {unit}',
  },
  'plan.out-of-bounds': { zh: '{what} {value} 不在 {from}—{to} 之间', en: '{what} {value} is outside {from} to {to}' },
  'plan.not-usable': { zh: '数据无法用于推算:{reason}', en: 'the data cannot be worked with: {reason}' },
  'plan.rows-missing': { zh: '{what} 缺少行:{rows}', en: '{what} lacks rows: {rows}' },
  'plan.attachment-missing': { zh: '未附规划文本', en: 'no plan text is attached' },
  'plan.phrase-not-found': { zh: '所附文本中找不到短语“{words}”', en: 'phrase "{words}" is not in the attached text' },
  'table.unreadable': { zh: '文件读不出来:{reason}', en: 'the file cannot be read: {reason}' },
  'table.empty': { zh: '表中没有数据行', en: 'the table has no rows of data' },
  'table.header-missing': { zh: '找不到列标题;可用:{titles}', en: 'no row holds column titles; known: {titles}' },
  'table.column-missing': { zh: '缺少列 {column}', en: 'column {column} is missing' },
  'table.column-repeated': { zh: '列 {column} 与列 {other} 重复', en: 'column {column} repeats column {other}' },
  'table.cell-empty': { zh: '{column} 为空,空白不等于 0', en: '{column} is empty; an empty cell is not 0' },
  'table.cell-invalid': { zh: '{column}“{value}”不合要求', en: '{column} "{value}" is not acceptable' },
  'table.row-repeated': { zh: '{row} 与第 {line} 行重复', en: '{row} stands already in line {line}' },
  'table.code-differs': {
    zh: '{area} 代码 {code},与第 {line} 行的 {other} 不一致',
    en: '{area} with code {code} is at odds with {other} in line {line}',
  },
  'table.ages-gap': { zh: '{who} 缺少 {from}—{to} 岁', en: '{who} lacks ages {from} to {to}' },
  'table.ages-overlap': {
    zh: '{who} 年龄组 {group} 与 {other} 重叠(第 {line} 行)',
    en: '{who}: ages {group} overlap with {other} (line {line})',
  },
  'table.ages-closed': {
    zh: '{who} 最末年龄组 {group} 不是开口组',
    en: '{who}: the last age group {group} is not open',
  },
  'table.sex-missing': { zh: '{area} {year} 年没有{sex}', en: '{area} {year} has no rows of {sex}' },
  'table.area-missing': { zh: '{area} 没有 {year} 年的数据', en: '{area} has no rows of {year}' },
  'table.area-unknown': { zh: '人口表中没有地区 {area}', en: 'area {area} is not in the population table' },
  'table.totals-left-out': {
    zh: '{count} 行或列是合计({example}),不计入',
    en: '{count} rows or columns are totals ({example}) and are left out',
  },
  'table.total-differs': {
    zh: '{row}:合计为 {total},分项之和为 {sum}',
    en: '{row}: the total says {total}, its parts sum to {sum}',
  },
  'table.read-as': {
    zh: '“{value}”按 {as} 读({count} 处;电子表格把年龄组改成了日期)',
    en: '"{value}" is read as {as} ({count} cells; a spreadsheet made a date of the age group)',
  },
  'table.filled-down': {
    zh: '{column} 有 {count} 处空白,沿用上一行(合并单元格)',
    en: '{column}: {count} empty cells take the value above (merged cells)',
  },
  'table.rounded': { zh: '{count} 个数不是整数,已取整', en: '{count} numbers are not whole and were rounded' },
  'table.census-left-out': {
    zh: '{year} 年与 {base} 年相隔不是十年,不用来推算迁移',
    en: '{year} and {base} are not ten years apart; {year} is not used, and migration is not derived',
  },
  'projection.migration-cut': {
    zh: '{area} {year} 年净迁出超过人口,削减 {persons} 人',
    en: '{area} {year}: net out-migration exceeds the people there; {persons} persons were cut',
  },
  'linkage.config-invalid': { zh: '关联配置不合要求:{reason}', en: 'the linkage config is not acceptable: {reason}' },
  'linkage.column-unknown': { zh: '文件中没有列 {name}', en: 'the files have no column {name}' },
  'reference.file-missing': { zh: '缺少参考数据文件', en: 'this file of the reference data is missing' },
  'reference.not-csv': { zh: 'CSV 无法解析:{reason}', en: 'not readable as CSV: {reason}' },
  'reference.column-missing': { zh: '缺少列 {column}', en: 'column {column} is missing' },
  'reference.not-number': { zh: '列 {column} 的 {value} 不是数字', en: '{value} in column {column} is not a number' },
  'reference.value-unknown': { zh: '{column}:不认识 {value}', en: '{column}: {value} is not known here' },
  'reference.row-missing': { zh: '没有 {what} 的行', en: 'there is no row for {what}' },
  'reference.not-usable': { zh: '数据无法用于推算:{reason}', en: 'the data cannot be worked with: {reason}' },
  'projection.trajectories-cut': {
    zh: '{of} 条轨迹中有 {trajectories} 条净迁出超过人口,共削减 {persons} 人',
    en: 'in {trajectories} of {of} trajectories net out-migration exceeds the people there; {persons} persons were cut in all',
  },
  'dataset.unknown': { zh: '没有数据集 {id}', en: 'there is no dataset {id}' },
  'dataset.not-readable': {
    zh: '文件无法按{format}读取:{reason}',
    en: 'the file cannot be read as {format}: {reason}',
  },
  'dataset.encoding': {
    zh: '文件编码是 {found},约定为 {agreed};已按 {found} 读取',
    en: 'the file is in {found}, agreed was {agreed}; it was read as {found}',
  },
  'dataset.column-missing': { zh: '缺少列“{column}”', en: 'column “{column}” is missing' },
  'dataset.column-unknown': {
    zh: '约定中没有列“{column}”,未采用',
    en: 'column “{column}” is not in the contract and was left out',
  },
  'dataset.column-repeated': { zh: '列“{column}”重复', en: 'column “{column}” is repeated' },
  'dataset.wrong-department': {
    zh: '此文件不像“{dataset}”,更像“{other}”',
    en: 'this file does not look like “{dataset}”; it looks like “{other}”',
  },
  'dataset.no-columns': {
    zh: '约定的 {count} 列(“{column}”等)一列也没有:不是表格,或第一行不是列名,或分隔符不是逗号',
    en: 'none of the {count} columns agreed on (“{column}”, …) is there: no table, no header in the first line, or another separator than the comma',
  },
  'dataset.rows-quarantined': { zh: '{count} 行被隔离:{reasons}', en: '{count} rows are in quarantine: {reasons}' },
  'dataset.no-rows': { zh: '文件没有数据行', en: 'the file has no rows' },
  'request.content-type': { zh: '请求体须是 {wanted},不是 {type}', en: 'the body must be {wanted}, not {type}' },
  'request.no-counts': { zh: '{year} 年没有人口数', en: 'there are no counts of {year}' },
  'request.not-decomposable': { zh: '指标 {id} 不能分解', en: 'indicator {id} cannot be decomposed' },
  'shape.missing': { zh: '缺少 {name}', en: '{name} is missing' },
  'shape.unknown': { zh: '没有字段 {name}', en: 'there is no field {name}' },
  'shape.invalid': { zh: '{name} 不合要求', en: '{name} is not acceptable' },
  'shape.not-text': { zh: '{name} 须是文字', en: '{name} must be a text' },
  'shape.not-number': { zh: '{name} 须是数', en: '{name} must be a number' },
  'shape.not-whole': { zh: '{name} 须是整数', en: '{name} must be a whole number' },
  'shape.not-list': { zh: '{name} 须是列表', en: '{name} must be a list' },
  'shape.not-object': { zh: '{name} 须是对象', en: '{name} must be an object' },
  'shape.not-among': { zh: '{name} 须是其中之一:{values}', en: '{name} must be one of: {values}' },
  'shape.below': { zh: '{name} 不能小于 {least}', en: '{name} must not be below {least}' },
  'shape.above': { zh: '{name} 不能大于 {most}', en: '{name} must not be above {most}' },
  'shape.not-above': { zh: '{name} 须大于 {least}', en: '{name} must be above {least}' },
  'shape.short': { zh: '{name} 至少要 {least} 个字符', en: '{name} needs {least} characters at least' },
  'shape.long': { zh: '{name} 至多 {most} 个字符', en: '{name} must not have more than {most} characters' },
  'shape.few': { zh: '{name} 至少要 {least} 项', en: '{name} needs {least} entries at least' },
  'shape.many': { zh: '{name} 至多 {most} 项', en: '{name} must not have more than {most} entries' },
  'shape.not-day': { zh: '{name} 须是日期(YYYY-MM-DD)', en: '{name} must be a day, YYYY-MM-DD' },
  'shape.not-instant': { zh: '{name} 须是时刻(ISO 8601)', en: '{name} must be an instant, ISO 8601' },
  'shape.not-year': { zh: '{name} 须是年份', en: '{name} must be a year' },
  'shape.many-years': { zh: '{name} 至多 60 年', en: '{name} must not have more than 60 years' },
  'shape.not-identity-number': { zh: '{name} 不是有效的身份证号', en: '{name} is no valid identity number' },
  'shape.not-phone': { zh: '{name} 不是电话号码', en: '{name} is no telephone number' },
  'shape.not-enough': {
    zh: '须有身份证号,或姓名加出生日期、电话、住址之一,或电话加一项特征',
    en: 'an identity number is needed, or a name with birth date, telephone or address, or a telephone with one thing more',
  },
  'shape.not-person': { zh: '{name} 不是人口库编号', en: '{name} is no identifier of the register' },
  'shape.not-record': { zh: '{name} 不是记录编号', en: '{name} is no id of a record' },
  'shape.same-record': { zh: '须是两条不同的记录', en: 'two different records are needed' },
  'shape.not-kind': { zh: '{name} 不是操作的种类', en: '{name} is no kind of action' },
  'shape.solved-already': { zh: '{name} 已是要求解的假设', en: '{name} is what is solved for already' },
  'shape.no-change': { zh: '没有填写任何改动', en: 'nothing was changed' },
  'request.area-unknown': { zh: '没有地区 {id}', en: 'there is no area {id}' },
  'request.scenario-unknown': { zh: '没有方案 {id}', en: 'there is no scenario {id}' },
  'request.indicator-unknown': { zh: '没有指标 {id}', en: 'there is no indicator {id}' },
  'request.year-outside': { zh: '年份 {year} 不在 {from}—{to} 之间', en: 'year {year} is outside {from} to {to}' },
  'request.signed-out': { zh: '需要登录', en: 'signing in is needed' },
  'request.sign-in-failed': { zh: '账号或密码不对', en: 'name or password is wrong' },
  'request.refused': { zh: '需要角色 {role}', en: 'the role {role} is needed' },
  'request.whole-city': { zh: '只对全市范围的账号开放', en: 'only for accounts of the whole city' },
  'request.foreign': { zh: '请求来自别的网站 {origin}', en: 'the request comes from another site, {origin}' },
  'request.too-many': { zh: '尝试太多,请 {seconds} 秒后再试', en: 'too many tries; again in {seconds} seconds' },
  'request.empty': { zh: '文件是空的', en: 'the file is empty' },
  'request.person-unknown': {
    zh: '您的管辖地区里没有这个人 {id}',
    en: 'there is no such person in your areas: {id}',
  },
  'request.pair-unknown': {
    zh: '您的管辖地区里没有这一对记录',
    en: 'there is no such pair of records in your areas',
  },
  'request.row-unknown': { zh: '隔离区里没有第 {line} 行', en: 'line {line} is not in quarantine' },
  'register.none': { zh: '还没有人口库', en: 'no register was made yet' },
  'register.person-unknown': { zh: '人口库里从来没有 {id}', en: '{id} never was in the register' },
  'register.keys-old': {
    zh: '人口库由另一版本的程序生成,不能按它查找',
    en: 'the register was made by another version of the program and cannot be searched',
  },
  'register.busy': { zh: '正在更新人口库', en: 'the register is being refreshed' },
  'ledger.busy': { zh: '台账正被进程 {holder} 占用', en: 'the ledger is in use by process {holder}' },
  'request.too-large': { zh: '请求超过 {limit} 字节', en: 'the request is over {limit} bytes' },
  'request.not-json': { zh: '请求体不是 JSON', en: 'the body is not JSON' },
  'request.not-found': { zh: '没有 {path}', en: 'there is no {path}' },
  'request.method': { zh: '{path} 不支持 {method}', en: '{path} does not take {method}' },
} as const satisfies Record<string, { zh: string; en: string }>;

/** The sentence of a Problem in a language, with its fix. */
export function describeProblem(problem: Problem, language: 'zh' | 'en'): string {
  const sentence = problemTexts[problem.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(problem.params[name] ?? `{${name}}`),
  );
  return problem.fix === undefined ? sentence : `${sentence} → ${problem.fix}`;
}

/** `file:line key` of a Problem's place, as far as known. */
export function describePlace({ file, line, path }: Place): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return [place, path].filter((part) => part !== undefined && part !== '').join(' ');
}
