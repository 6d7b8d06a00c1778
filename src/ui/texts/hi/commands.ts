/** What can be said by voice, in Hindi; English commands are understood too. */
export const commands = {
  canSay:
    'जब Tansy सुन रहा हो, आप कह सकते हैं: रुको, फिर से, धीरे, तेज़ी से, ज़ोर से, आवाज़ कम करो, आगे, मैंने क्या कहा, इलाज पढ़ो, नई बातचीत।',
} as const;
