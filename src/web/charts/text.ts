import { catalogue } from '../text/catalogue.ts';

export const chartText = catalogue(
  { table: '表格', chart: '图', data: '数据', notes: '说明', download: '下载', failed: '下载失败:{reason}' },
  {
    table: 'Table',
    chart: 'Chart',
    data: 'Data',
    notes: 'Notes',
    download: 'Download',
    failed: 'Download failed: {reason}',
  },
);
