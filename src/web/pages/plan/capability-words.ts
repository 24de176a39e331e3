import type { Capability } from '#plan';
import { catalogue } from '../../text/catalogue.ts';

/** Where what carries out a part of the plan can be opened. */
export const PLACE_OF: Readonly<Record<Capability, string>> = {
  feeds: '/data',
  register: '/register',
  panorama: '/register?tab=person',
  review: '/review',
  statistics: '/register?tab=statistics',
  households: '/register?tab=households',
  accounts: '/register?tab=accounts',
  forecast: '/forecast',
  warnings: '/warnings',
  targets: '/plan',
  audit: '/audit',
};

export const capabilityText = catalogue<Capability>(
  {
    feeds: '部门数据',
    register: '人口库',
    panorama: '全景',
    review: '核对',
    statistics: '人口库统计',
    households: '家庭户',
    accounts: '人口账',
    forecast: '预测',
    warnings: '预警',
    targets: '指标进度',
    audit: '操作记录',
  },
  {
    feeds: "Departments' data",
    register: 'Register',
    panorama: 'Panorama',
    review: 'Review',
    statistics: 'Statistics of the register',
    households: 'Households',
    accounts: 'Accounts',
    forecast: 'Forecast',
    warnings: 'Warnings',
    targets: 'Progress of targets',
    audit: 'Audit trail',
  },
);
