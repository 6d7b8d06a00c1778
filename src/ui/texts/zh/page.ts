/** What the page says around the conversation, in Chinese. */
export const page = {
  title: 'Tansy',
  skip: '跳到问题',
  openSettings: '设置',

  chip: {
    onDevice: '在这台设备上',
    offline: '离线：这里有的都能用',
    fetching: '正在下载',
    none: '尚未下载',
    starting: '正在启动',
    part: '未全部就绪',
    elsewhere: '已在别的标签页打开',
    oneThread: '在这里较慢',
  },
  update: '新版本已就绪：重新加载',
  stale: {
    superseded:
      '另一个标签页正在运行较新版本的 Tansy。到目前为止说过的内容已保留；从现在起在这里说的不会保留。请重新加载此标签页。',
    lost: '浏览器已关闭此标签页的存储。从现在起在这里说的不会保留。请重新加载此标签页。',
  },
  reload: '重新加载',
  unfetched:
    'Tansy 的这个部分无法下载。说过和写过的内容已保留。能连上服务器后，请重试，或重新加载此标签页。',
  close: '关闭',
} as const;
