/** What Settings says of the app's place in the system, of the density of lists, and of its own sections. */
export const place = {
  links: 'Open triage-inbox links with this app',
  linksHint: 'Links of the form triage-inbox:// lead to a question. They never carry an answer.',
  linksNotInstalled: 'Only for an installed app; this one runs from its sources.',
  density: 'Density',
  densityHint: 'How much room a line of the lists takes.',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  section: 'Section',
  groups: { connections: 'Connections', answering: 'Answering', app: 'This app', yours: 'Your data', help: 'Help' },
};
