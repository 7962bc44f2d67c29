import { foreign } from '../foreign.ts';

/** What is said where there is nothing to see. */
export const empty = {
  inbox: 'Nothing waits for you',
  history: 'Nothing has been decided yet',
  historyHint: 'Every question that is answered, expires or is withdrawn is kept here.',
  search: (text: string) => `Nothing found for “${foreign(text, 40)}”`,
  searchHint: 'Search looks at titles, descriptions, services, projects, details and answers.',
  filter: (name: string) => `Nothing waits from ${foreign(name, 40)}`,
  allDone: 'All caught up',
  noneYet: 'No questions yet',
  howItArrives:
    'Agents ask by sending a notification to the server on this computer. The question shows up here at once.',
  lastDecided: 'Last decided',
  howToAsk: 'How an agent asks',
  chooseItem: 'Choose an item to see it here',
};
