import { formatInstant, formatInstantSeconds } from '#shared/protocol/instant';
import { words } from '#shared/words/words';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const migrationPlan = `--- a/schema.sql
+++ b/schema.sql
@@ -1,4 +1,5 @@
 CREATE TABLE orders (
   id INTEGER PRIMARY KEY,
-  total REAL
+  total_cents INTEGER NOT NULL,
+  currency TEXT NOT NULL
 );
`;

/** One question of every response type, as agents would ask them. Most urgent first, so that each joins the list at its end. */
export function sampleQuestions(now: number): object[] {
  const { samples } = words;
  return [
    {
      deadline: formatInstant(now + 12 * minute),
      context: {
        title: samples.migration.title,
        description: samples.migration.description,
        project: samples.migration.project,
        metadata: { database: 'orders-live', rows: 1284190, backup: '08:40 UTC', rehearsed: true },
        attachments: [
          {
            type: 'text/x-diff',
            description: 'schema.sql',
            data: Buffer.from(migrationPlan, 'utf8').toString('base64'),
          },
        ],
      },
      actions: [
        {
          id: 'run',
          label: samples.migration.run,
          response_type: 'simple',
          flags: ['destructive', 'irreversible', 'time_sensitive'],
        },
        { id: 'wait', label: samples.migration.wait, response_type: 'simple' },
        {
          id: 'discuss',
          label: samples.migration.discuss,
          response_type: 'text',
          constraints: { placeholder: samples.migration.discussHint },
        },
      ],
    },
    {
      deadline: formatInstant(now + 25 * minute),
      context: {
        title: samples.delivery.title,
        description: samples.delivery.description,
        project: samples.delivery.project,
      },
      actions: [
        {
          id: 'complete',
          label: samples.delivery.label,
          response_type: 'binary',
          options: { true_label: samples.delivery.complete, false_label: samples.delivery.missing },
          flags: ['time_sensitive'],
        },
      ],
    },
    {
      deadline: formatInstant(now + 45 * minute),
      context: {
        title: samples.budget.title,
        description: samples.budget.description,
        project: samples.budget.project,
        metadata: { spent_so_far: '120 EUR', daily_limit: '500 EUR' },
      },
      actions: [
        {
          id: 'amount',
          label: samples.budget.amount,
          response_type: 'number',
          constraints: { min: 0, max: 500, step: 10, unit: 'EUR', placeholder: samples.budget.range },
        },
        { id: 'none', label: samples.budget.nothing, response_type: 'simple' },
      ],
    },
    {
      deadline: formatInstant(now + 5 * hour),
      context: {
        title: samples.supplier.title,
        description: samples.supplier.description,
        project: samples.supplier.project,
        metadata: { pallets: 6, budget: '4,200 EUR' },
      },
      actions: [
        {
          id: 'supplier',
          label: samples.supplier.label,
          response_type: 'choice',
          flags: ['costly'],
          options: [
            { value: 'north', label: samples.supplier.north },
            { value: 'mill', label: samples.supplier.mill },
            { value: 'delta', label: samples.supplier.delta },
          ],
        },
      ],
    },
    {
      deadline: formatInstant(now + 2 * day),
      context: {
        title: samples.move.title,
        description: samples.move.description,
        project: samples.move.project,
        metadata: { downtime_minutes: 20, size_gb: 41 },
      },
      actions: [
        {
          id: 'when',
          label: samples.move.when,
          response_type: 'datetime',
          flags: ['affects_others'],
          constraints: { min: formatInstantSeconds(now + 2 * hour), max: formatInstantSeconds(now + 14 * day) },
        },
      ],
    },
    {
      context: {
        title: samples.reports.title,
        description: samples.reports.description,
        project: samples.reports.project,
        metadata: { last_week: 'revenue, churn', prepared_by: 'report agent' },
      },
      actions: [
        {
          id: 'reports',
          label: samples.reports.label,
          response_type: 'multi_choice',
          options: [
            { value: 'revenue', label: samples.reports.revenue },
            { value: 'churn', label: samples.reports.churn },
            { value: 'support', label: samples.reports.support },
            { value: 'uptime', label: samples.reports.uptime },
            { value: 'hiring', label: samples.reports.hiring },
          ],
          constraints: { min_selections: 1, max_selections: 3 },
        },
      ],
    },
    {
      context: {
        title: samples.release.title,
        description: samples.release.description,
        project: samples.release.project,
      },
      actions: [
        {
          id: 'opening',
          label: samples.release.opening,
          response_type: 'text',
          constraints: { min_length: 10, max_length: 280, placeholder: samples.release.openingHint },
        },
      ],
    },
    {
      context: {
        title: samples.onboarding.title,
        description: samples.onboarding.description,
        project: samples.onboarding.project,
      },
      actions: [
        {
          id: 'rating',
          label: samples.onboarding.rating,
          response_type: 'scale',
          constraints: { min: 1, max: 7, min_label: samples.onboarding.least, max_label: samples.onboarding.most },
        },
      ],
    },
  ];
}
