/** Where a question comes from. */
export const origin = {
  title: 'Origin',
  service: 'Service',
  unnamed: 'unnamed',
  first: 'first question from this service',
  earlier: 'Earlier decisions',
  notifications: 'Notifications',
  looksLike: 'Looks like',
  another: 'another service',
  twin: (name: string, id: string) => `“${name}” with the id ${id}`,
  serviceId: 'Service id',
  project: 'Project',
  server: 'Server',
  notConnected: 'not connected now',
  removed: 'removed',
  questionId: 'Question id',
};
