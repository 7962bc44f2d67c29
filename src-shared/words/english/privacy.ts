/** What Settings › Privacy, the density and the app's place in the system say. */
export const privacy = {
  hint: 'What is kept on this computer, and what others can read on its screen.',
};
