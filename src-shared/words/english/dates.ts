/** Days by name. */
export const dates = { today: 'Today', tomorrow: 'Tomorrow', yesterday: 'Yesterday' };
