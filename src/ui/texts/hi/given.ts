/** Texts that a person gives, to be asked about, in Hindi. */
export const given = {
  read: 'मैंने आपका पाठ पढ़ लिया है। उसके बारे में पूछें, मैं उसी से जवाब दूँगा।',
} as const;
