/** Days by name. */
export const dates = { today: 'Today', yesterday: 'Yesterday' };
