/** What Settings › Network says. */
export const network = {
  title: 'Network',
  hint: 'The app uses this system’s proxy and trusts the certificate authorities that this system trusts.',
  certificateFile: 'Certificate file',
  certificateHint:
    'The path of a PEM file with your organisation’s authority, trusted as well. Leave it empty for none.',
  save: 'Save',
  saved: 'Saved. Connections that failed are tried again.',
};
