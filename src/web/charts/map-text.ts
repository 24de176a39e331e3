import { catalogue } from '../text/catalogue.ts';

export const mapText = catalogue(
  {
    noData: '无数据',
    legend: '单位:{unit}(地区数)',
    noMap: '数据包没有地图边界,请看表格。',
    area: '地区',
    code: '代码',
    class: '分级',
    note: '底图:{attribution}。边界仅示意,不作划界依据;公开发布须换用自然资源部门带审图号的标准地图(审图号:待填)。',
    attribution: '数据包所附边界',
    natural: '自然断点',
    equal: '等距',
    quantile: '等数量',
    method: '分级方法',
  },
  {
    noData: 'No data',
    legend: 'Unit: {unit} (areas)',
    noMap: 'The pack has no boundaries; see the table.',
    area: 'Area',
    code: 'Code',
    class: 'Class',
    note: 'Boundaries: {attribution}. Schematic, not for delimitation; a published map must use an official base map with its review number (审图号: to be filled in).',
    attribution: 'as supplied with the pack',
    natural: 'Natural breaks',
    equal: 'Equal intervals',
    quantile: 'Equal counts',
    method: 'Classes',
  },
);
