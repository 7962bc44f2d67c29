import { formatInstant, formatInstantSeconds } from '#shared/protocol/instant';

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
  return [
    {
      deadline: formatInstant(now + 12 * minute),
      context: {
        title: 'Run the migration on the live database?',
        description:
          'It changes how order totals are stored. A backup was made at `08:40`.\n\n**1,284,190 rows** will be rewritten.',
        project: 'storefront',
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
          label: 'Run the migration',
          response_type: 'simple',
          flags: ['destructive', 'irreversible', 'time_sensitive'],
        },
        { id: 'wait', label: 'Not now', response_type: 'simple' },
        {
          id: 'discuss',
          label: 'Ask the team first',
          response_type: 'text',
          constraints: { placeholder: 'Whom, and what?' },
        },
      ],
    },
    {
      deadline: formatInstant(now + 25 * minute),
      context: {
        title: 'Did the delivery for table 12 arrive complete?',
        description: 'The carrier marked it delivered at the side door. I release the payment when you have looked.',
        project: 'restaurant',
      },
      actions: [
        {
          id: 'complete',
          label: 'Delivery',
          response_type: 'binary',
          options: { true_label: 'Complete', false_label: 'Something is missing' },
          flags: ['time_sensitive'],
        },
      ],
    },
    {
      deadline: formatInstant(now + 45 * minute),
      context: {
        title: 'How much of the ad budget may I spend today?',
        description: 'Clicks are cheap this morning. I stop by myself at the amount you set.',
        project: 'marketing',
        metadata: { spent_so_far: '120 EUR', daily_limit: '500 EUR' },
      },
      actions: [
        {
          id: 'amount',
          label: 'Amount',
          response_type: 'number',
          constraints: { min: 0, max: 500, step: 10, unit: 'EUR', placeholder: '0 to 500' },
        },
        { id: 'none', label: 'Nothing more today', response_type: 'simple' },
      ],
    },
    {
      deadline: formatInstant(now + 5 * hour),
      context: {
        title: 'Which supplier should deliver the October paper?',
        description: 'All three can deliver by the 28th. Prices are per pallet.',
        project: 'print shop',
        metadata: { pallets: 6, budget: '4,200 EUR' },
      },
      actions: [
        {
          id: 'supplier',
          label: 'Supplier',
          response_type: 'choice',
          flags: ['costly'],
          options: [
            { value: 'north', label: 'Nordpapier, 640 EUR' },
            { value: 'mill', label: 'Mill & Sons, 655 EUR, recycled' },
            { value: 'delta', label: 'Delta Paper, 610 EUR, two days later' },
          ],
        },
      ],
    },
    {
      deadline: formatInstant(now + 2 * day),
      context: {
        title: 'When may I move the database to the new server?',
        description: 'It takes about twenty minutes, during which orders are read-only.',
        project: 'storefront',
        metadata: { downtime_minutes: 20, size_gb: 41 },
      },
      actions: [
        {
          id: 'when',
          label: 'Start of the move',
          response_type: 'datetime',
          flags: ['affects_others'],
          constraints: { min: formatInstantSeconds(now + 2 * hour), max: formatInstantSeconds(now + 14 * day) },
        },
      ],
    },
    {
      context: {
        title: 'Which reports do you want on Mondays?',
        description: 'I put them together on Sunday night. Pick up to three.',
        project: 'finance',
        metadata: { last_week: 'revenue, churn', prepared_by: 'report agent' },
      },
      actions: [
        {
          id: 'reports',
          label: 'Reports',
          response_type: 'multi_choice',
          options: [
            { value: 'revenue', label: 'Revenue by product' },
            { value: 'churn', label: 'Customers who left' },
            { value: 'support', label: 'Support load' },
            { value: 'uptime', label: 'Uptime and incidents' },
            { value: 'hiring', label: 'Hiring pipeline' },
          ],
          constraints: { min_selections: 1, max_selections: 3 },
        },
      ],
    },
    {
      context: {
        title: 'What should the release notes say first?',
        description:
          'Version 2.4 brings:\n\n- offline mode\n- faster search\n- three fixes for *Safari*\n\nOne or two sentences are enough.',
        project: 'storefront',
      },
      actions: [
        {
          id: 'opening',
          label: 'Opening sentence',
          response_type: 'text',
          constraints: { min_length: 10, max_length: 280, placeholder: 'You can now …' },
        },
      ],
    },
    {
      context: {
        title: 'How did the new onboarding text read to you?',
        description:
          'It went live on Monday. A rough feeling is enough; I use it to decide whether to write a second draft.',
        project: 'website',
      },
      actions: [
        {
          id: 'rating',
          label: 'Your rating',
          response_type: 'scale',
          constraints: { min: 1, max: 7, min_label: 'Confusing', max_label: 'Crystal clear' },
        },
      ],
    },
  ];
}
