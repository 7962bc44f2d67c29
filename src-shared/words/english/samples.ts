/** The questions with which somebody tries the app out, as agents would ask them. */
export const samples = {
  migration: {
    title: 'Run the migration on the live database?',
    description:
      'It changes how order totals are stored. A backup was made at `08:40`.\n\n**1,284,190 rows** will be rewritten.',
    project: 'storefront',
    run: 'Run the migration',
    wait: 'Not now',
    discuss: 'Ask the team first',
    discussHint: 'Whom, and what?',
  },
  delivery: {
    title: 'Did the delivery for table 12 arrive complete?',
    description: 'The carrier marked it delivered at the side door. I release the payment when you have looked.',
    project: 'restaurant',
    label: 'Delivery',
    complete: 'Complete',
    missing: 'Something is missing',
  },
  budget: {
    title: 'How much of the ad budget may I spend today?',
    description: 'Clicks are cheap this morning. I stop by myself at the amount you set.',
    project: 'marketing',
    amount: 'Amount',
    range: '0 to 500',
    nothing: 'Nothing more today',
  },
  supplier: {
    title: 'Which supplier should deliver the October paper?',
    description: 'All three can deliver by the 28th. Prices are per pallet.',
    project: 'print shop',
    label: 'Supplier',
    north: 'Nordpapier, 640 EUR',
    mill: 'Mill & Sons, 655 EUR, recycled',
    delta: 'Delta Paper, 610 EUR, two days later',
  },
  move: {
    title: 'When may I move the database to the new server?',
    description: 'It takes about twenty minutes, during which orders are read-only.',
    project: 'storefront',
    when: 'Start of the move',
  },
  reports: {
    title: 'Which reports do you want on Mondays?',
    description: 'I put them together on Sunday night. Pick up to three.',
    project: 'finance',
    label: 'Reports',
    revenue: 'Revenue by product',
    churn: 'Customers who left',
    support: 'Support load',
    uptime: 'Uptime and incidents',
    hiring: 'Hiring pipeline',
  },
  release: {
    title: 'What should the release notes say first?',
    description:
      'Version 2.4 brings:\n\n- offline mode\n- faster search\n- three fixes for *Safari*\n\nOne or two sentences are enough.',
    project: 'storefront',
    opening: 'Opening sentence',
    openingHint: 'You can now …',
  },
  onboarding: {
    title: 'How did the new onboarding text read to you?',
    description:
      'It went live on Monday. A rough feeling is enough; I use it to decide whether to write a second draft.',
    project: 'website',
    rating: 'Your rating',
    least: 'Confusing',
    most: 'Crystal clear',
  },
  /** Asked from a terminal: ASCII alone, which every shell hands on unchanged. */
  command: {
    title: 'Ship build 118?',
    description: 'All checks are green. Two migrations will run.',
    ship: 'Ship it',
    partly: 'Partial rollout',
    hold: 'Hold back',
    why: 'Why?',
  },
};
