export { ADDRESS_COLUMNS, addressCodes } from './address-codes.ts';
export type { AddressCodes } from './address-codes.ts';
export { clusterPairs } from './cluster/cluster-pairs.ts';
export type { Clusters, Edges } from './cluster/cluster-pairs.ts';
export { forest } from './cluster/components.ts';
export type { Forest } from './cluster/components.ts';
export { openPairs } from './cluster/open-pairs.ts';
export type { Constraints, Refusal } from './cluster/contract.ts';
export { agreementSql, frequencySql, frequencySumsSql, preparedSql, valuePairsSql } from './engine/agreement-sql.ts';
export { blockSizeSql, blockSql, pairsSql, skippedSql } from './engine/blocking-sql.ts';
export { clickhouse } from './engine/clickhouse.ts';
export type { Dialect } from './engine/dialect.ts';
export { operandSql } from './engine/condition-sql.ts';
export { duckdb } from './engine/duckdb.ts';
export type { LinkageEngine } from './engine/engine.ts';
export { allPairsSql, samplePairsSql } from './engine/sample-sql.ts';
export { evaluateClusters, pairScore } from './evaluation/evaluate-clusters.ts';
export type { ClusterScores, Score } from './evaluation/evaluate-clusters.ts';
export { estimate } from './model/estimate.ts';
export { explainPair } from './model/explain.ts';
export type { EvidenceStep, PairExplanation } from './model/explain.ts';
export {
  calibratedProbability,
  calibratedThreshold,
  errorRates,
  learnFromDecisions,
} from './model/learn-from-decisions.ts';
export type { Calibration, ErrorRates, Estimate, PairDecision } from './model/learn-from-decisions.ts';
export { frequencyColumns } from './model/model.ts';
export type { BlockingRule, Comparison, Condition, Grade, Level, LinkageModel, Operand } from './model/model.ts';
export { parametersFit } from './model/parameters.ts';
export type { FrequencySums, Parameters, PatternCounts } from './model/parameters.ts';
export { levelsOf, patternLayout } from './model/pattern.ts';
export { patternWeight, probability, weightAt } from './model/weight.ts';
export { NAME_COLUMNS, nameCodes } from './names/name-codes.ts';
export type { NameCodes } from './names/name-codes.ts';
export { PERSON_RECORD } from './person-record.ts';
export type { Column, ColumnType } from './person-record.ts';
export { grader } from './similarity/measures.ts';
export type { Grader } from './similarity/measures.ts';
export { deriveTable } from './table/derive-table.ts';
export type { DerivedTable, LoadColumn } from './table/derive-table.ts';
export { guessKind } from './table/guess-kinds.ts';
export { candidateKeys, planBlocking } from './table/plan-blocking.ts';
export { readTableConfig } from './table/table-config.ts';
export type { KindId, TableConfig } from './table/table-config.ts';
export { chineseNameLevels } from './person/chinese-name-levels.ts';
export { dateLevels } from './person/date-levels.ts';
