/** The conversations, in Hindi. */
export const panel = {
  open: 'बातचीत की सूची',
  close: 'बंद करें',
  heading: 'बातचीत की सूची',
  newOne: 'नई बातचीत',
  journal: 'पौधों की डायरी',
  find: 'शीर्षक से खोजें',
  none: 'यहाँ अभी कुछ नहीं है।',
  noneFound: 'किसी शीर्षक में ये शब्द नहीं हैं।',
  rename: (title: string) => `नाम बदलें: ${title}`,
  remove: (title: string) => `मिटाएँ: ${title}`,
  name: 'बातचीत का नाम',
  save: 'सेव करें',
  cancel: 'रद्द करें',
  removed: (title: string) => `“${title}” को मिटा दिया गया।`,
  undo: 'वापस लाएँ',
  notUndone:
    'इसे अभी वापस नहीं लाया जा सका। टैब बंद होने तक यह सुरक्षित है: थोड़ी जगह खाली करें और फिर से कोशिश करें।',
} as const;
