// @ts-check

const options = ['a', 'b', 'c'].map((value) => ({ value, label: `Option ${value}` }));

/** A consistent action of each response type (section 11). */
export const actions = {
  simple: { id: 'simple', label: 'Do it', response_type: 'simple' },
  binary: {
    id: 'binary',
    label: 'Logs?',
    response_type: 'binary',
    options: { true_label: 'With', false_label: 'Without' },
  },
  choice: { id: 'choice', label: 'Region', response_type: 'choice', options },
  multi_choice: {
    id: 'multi',
    label: 'Checks',
    response_type: 'multi_choice',
    options,
    constraints: { min_selections: 1, max_selections: 2 },
  },
  text: {
    id: 'text',
    label: 'Why?',
    response_type: 'text',
    constraints: { min_length: 3, max_length: 5, placeholder: 'Say why' },
  },
  number: {
    id: 'number',
    label: 'Share',
    response_type: 'number',
    constraints: { min: 5, max: 50, step: 5, unit: '%' },
  },
  scale: {
    id: 'scale',
    label: 'Risk',
    response_type: 'scale',
    constraints: { min: 1, max: 10, step: 2, min_label: 'low' },
  },
  datetime: {
    id: 'datetime',
    label: 'When?',
    response_type: 'datetime',
    constraints: { min: '2099-01-01T00:00:00.000Z', max: '2099-01-02T00:00:00.000Z' },
  },
};
