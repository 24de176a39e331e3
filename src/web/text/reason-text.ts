import { catalogue, wordFor } from './catalogue.ts';

/** Reasons and purposes that pages offer. Recorded is the key, so that whoever reads the trail has it in their own language; words of one's own stay as they were written. */
export const reasonText = catalogue(
  {
    review: '核对',
    'residence-check': '居住核查',
    'identity-check': '办理业务时核实身份',
    'own-request': '本人申请查询',
    'quality-check': '数据质量核查',
    'survey-check': '调查抽样核对',
    'same-slip': '录入错误(错一字或一位数字)',
    'same-all': '姓名、生日、住处都相符',
    'same-kin': '亲属相符',
    'same-asked': '已向本人或部门核实',
    'different-namesake': '同名不同人',
    'different-sibling': '兄弟姐妹或双胞胎',
    'different-family': '同一家的另一个人',
    'different-asked': '已核实为两个人',
    'unsure-little': '信息太少',
    'unsure-papers': '等部门补充材料',
    'unsure-passed': '转其他单位核实',
    'row-asked': '已与报送部门核实',
    'row-paper': '依据纸质材料',
    'row-typing': '明显的录入错误',
  },
  {
    review: 'review',
    'residence-check': 'Residence check',
    'identity-check': 'Identity check in a case',
    'own-request': 'Asked by the person',
    'quality-check': 'Data quality check',
    'survey-check': 'Check of a survey sample',
    'same-slip': 'slip of the keyboard (a character or digit)',
    'same-all': 'name, birth and home agree',
    'same-kin': 'kin agree',
    'same-asked': 'confirmed by the person or department',
    'different-namesake': 'namesakes',
    'different-sibling': 'siblings or twins',
    'different-family': 'another member of the family',
    'different-asked': 'confirmed to be two persons',
    'unsure-little': 'too little is known',
    'unsure-papers': 'papers asked for',
    'unsure-passed': 'passed on to another office',
    'row-asked': 'Confirmed by the department',
    'row-paper': 'According to the paper file',
    'row-typing': 'Plain slip of the keyboard',
  },
);

/** What is recorded of a reason typed or picked from a list: the key of one that was offered, else the words. */
export const reasonKey = (texts: Readonly<Record<string, string>>, typed: string): string =>
  Object.keys(texts).find((key) => wordFor(texts, key) === typed) ?? typed;
