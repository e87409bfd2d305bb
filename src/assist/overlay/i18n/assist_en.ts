<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CardBody</name>
    <message>
        <source>还有空格要填，填好才能放进去</source>
        <translation>A blank is still open; fill it in first</translation>
    </message>
</context>
<context>
    <name>CardFooter</name>
    <message>
        <source>本次忽略</source>
        <translation>Ignore once</translation>
    </message>
    <message>
        <source>不算违规</source>
        <translation>Not a violation</translation>
    </message>
    <message>
        <source>为什么有这一条</source>
        <translation>Why this rule</translation>
    </message>
</context>
<context>
    <name>CardHeader</name>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>CellGrid</name>
    <message>
        <source>您输入</source>
        <translation>Typed</translation>
    </message>
    <message>
        <source>词条</source>
        <translation>Entry</translation>
    </message>
</context>
<context>
    <name>ClauseWindow</name>
    <message>
        <source>附上这半句</source>
        <translation>Attach this clause</translation>
    </message>
    <message>
        <source>组长会看到下面这些字，可以先改一改。</source>
        <translation>Your lead will read the words below. Change them first if you like.</translation>
    </message>
    <message>
        <source>附给组长的字句</source>
        <translation>Words for your lead</translation>
    </message>
    <message>
        <source>数字和姓名已经遮住。它和使用记录分开存放，交出去以后就删除。</source>
        <translation>Numbers and names are masked. It is kept apart from the usage log and deleted once handed over.</translation>
    </message>
    <message>
        <source>不附</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>附上</source>
        <translation>Attach</translation>
    </message>
</context>
<context>
    <name>ComposePad</name>
    <message>
        <source>撰写框</source>
        <translation>Compose pad</translation>
    </message>
    <message>
        <source>只放进输入框，由您来发送</source>
        <translation>Only fills the box. You send it</translation>
    </message>
    <message>
        <source>插入到%1</source>
        <translation>Insert into %1</translation>
    </message>
    <message>
        <source>放进输入框</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>发送前会核对窗口和对话</source>
        <translation>Window and chat are checked first</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>%1 %2 草稿</source>
        <translation>%1 %2 draft</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>试运行</source>
        <translation>Trial run</translation>
    </message>
    <message>
        <source>签名并发布…</source>
        <translation>Sign and publish…</translation>
    </message>
    <message>
        <source>写明理由，仍要发布…</source>
        <translation>Publish with a reason…</translation>
    </message>
    <message>
        <source>续期</source>
        <translation>Renew</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>写得更周到，由您来决定</source>
        <translation>Better wording, your decision</translation>
    </message>
    <message>
        <source>选好语言，一分钟就能用上。</source>
        <translation>Pick a language; you are ready in a minute.</translation>
    </message>
    <message>
        <source>✓ 读您正在写的这一条，只在您勾选的软件里</source>
        <translation>✓ Reads the one draft you are writing, only in programs you tick</translation>
    </message>
    <message>
        <source>✓ 提示可以换的说法；按一个键，替您换好</source>
        <translation>✓ Offers a better wording; one key puts it in</translation>
    </message>
    <message>
        <source>✓ 记下次数：哪条词条、怎么处理、什么时候</source>
        <translation>✓ Keeps counts: which entry, what you did, when</translation>
    </message>
    <message>
        <source>✗ 不替您发送，不自动改字</source>
        <translation>✗ Never sends for you, never changes words by itself</translation>
    </message>
    <message>
        <source>✗ 不读密码框，不记录按了哪些键</source>
        <translation>✗ Never reads passwords, never records which keys you press</translation>
    </message>
    <message>
        <source>✗ 不保存、不上传聊天内容</source>
        <translation>✗ Never stores or uploads what you write</translation>
    </message>
    <message>
        <source>在哪些软件里帮您看？</source>
        <translation>Where shall it help you?</translation>
    </message>
    <message>
        <source>只读勾选的软件，随时可以改。</source>
        <translation>Only ticked programs are read; change it any time.</translation>
    </message>
    <message>
        <source>试一次</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>在下面写“不知道”，再换掉它。</source>
        <translation>Type 不知道 below, then replace it.</translation>
    </message>
    <message>
        <source>准备好了</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>记住这几个键就够了。没有事时，屏幕上只剩一个小圆点。</source>
        <translation>These keys are all you need. When all is well, only a small dot is left.</translation>
    </message>
    <message>
        <source>以后在托盘菜单里可以再看一遍这个引导。</source>
        <translation>You can have this guide again from the tray menu.</translation>
    </message>
    <message>
        <source>%1&#x3000;用第一条替换</source>
        <translation>%1&#x3000;use the first replacement</translation>
    </message>
    <message>
        <source>%1&#x3000;撤销替换</source>
        <translation>%1&#x3000;undo the replacement</translation>
    </message>
    <message>
        <source>%1&#x3000;打开撰写框</source>
        <translation>%1&#x3000;open the compose pad</translation>
    </message>
    <message>
        <source>%1&#x3000;暂停或继续</source>
        <translation>%1&#x3000;pause or go on</translation>
    </message>
    <message>
        <source>欢迎使用 Assist</source>
        <translation>Welcome to Assist</translation>
    </message>
    <message>
        <source>试写的地方</source>
        <translation>A field to try in</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>点一下，或按 Alt+1；按 Alt+Z 可以撤销。</source>
        <translation>Click it, or press Alt+1; Alt+Z takes it back.</translation>
    </message>
    <message>
        <source>开始使用</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>换好了。在聊天软件里也是这样。</source>
        <translation>Done. It works just so in your chat program.</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>本次忽略，原文不动</source>
        <translation>Ignored once; your text stays</translation>
    </message>
    <message>
        <source>谢谢，这次不算。已记给组长复核</source>
        <translation>Not counted. Noted for your lead</translation>
    </message>
    <message>
        <source>引用原话</source>
        <translation>Quoted</translation>
    </message>
    <message>
        <source>这里合适</source>
        <translation>Fits here</translation>
    </message>
    <message>
        <source>来不及改</source>
        <translation>No time</translation>
    </message>
    <message>
        <source>附上这半句…</source>
        <translation>Attach this clause…</translation>
    </message>
    <message>
        <source>原因可选</source>
        <translation>reason optional</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>采用这些改动</source>
        <translation>Take these changes</translation>
    </message>
    <message>
        <source>不采用</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>LineTable</name>
    <message>
        <source>添加…</source>
        <translation>Add…</translation>
    </message>
</context>
<context>
    <name>NoticeWindow</name>
    <message>
        <source>隐私说明有变化</source>
        <translation>The privacy notice has changed</translation>
    </message>
    <message>
        <source>公司的设置改了，从现在起：</source>
        <translation>The company changed its policy. From now on:</translation>
    </message>
    <message>
        <source>其余不变：密码框不读，聊天内容不保存，不上传。</source>
        <translation>All else stays: password fields are not read, chats are neither kept nor uploaded.</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>PackEditor</name>
    <message>
        <source>词包编辑器</source>
        <translation>Pack editor</translation>
    </message>
    <message>
        <source>新词条</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>词条、替换或拼音</source>
        <translation>Entry, replacement or pinyin</translation>
    </message>
    <message>
        <source>查找词条</source>
        <translation>Find entries</translation>
    </message>
    <message>
        <source>词条</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>直接打字修改，Ctrl+N 新建，Ctrl+Delete 删除，Ctrl+V 贴入表格的行</source>
        <translation>Type to change, Ctrl+N for a new one, Ctrl+Delete to remove, Ctrl+V to paste rows</translation>
    </message>
    <message>
        <source>全部 %1</source>
        <translation>All %1</translation>
    </message>
    <message>
        <source>待处理 %1</source>
        <translation>To do %1</translation>
    </message>
</context>
<context>
    <name>PadTitle</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PadTools</name>
    <message>
        <source>最近写的</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>插入后留在这里</source>
        <translation>Insert and stay</translation>
    </message>
    <message>
        <source>插入并发送</source>
        <translation>Insert and send</translation>
    </message>
</context>
<context>
    <name>PhrasePalette</name>
    <message>
        <source>规范用语</source>
        <translation>Standard phrases</translation>
    </message>
    <message>
        <source>汉字、拼音、首字母或场景</source>
        <translation>Hanzi, pinyin, initials or scenario</translation>
    </message>
    <message>
        <source>搜索规范用语</source>
        <translation>Search standard phrases</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>没有找到。换个词，或输入拼音、首字母、场景</source>
        <translation>Nothing found. Try another word, pinyin, initials or a scenario</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>只复制</source>
        <translation>Copy only</translation>
    </message>
</context>
<context>
    <name>ProgramList</name>
    <message>
        <source>添加其他软件：窗口名，按 Enter</source>
        <translation>Add another: its window name, then Enter</translation>
    </message>
    <message>
        <source>%1 · 正在运行</source>
        <translation>%1 · running</translation>
    </message>
</context>
<context>
    <name>PublishWindow</name>
    <message>
        <source>签名并发布</source>
        <translation>Sign and publish</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>钥匙文件夹</source>
        <translation>Folder of the keys</translation>
    </message>
    <message>
        <source>钥匙的密码</source>
        <translation>Password of the keys</translation>
    </message>
    <message>
        <source>发布到</source>
        <translation>Publish to</translation>
    </message>
    <message>
        <source>先给多少同事</source>
        <translation>For how many agents</translation>
    </message>
    <message>
        <source>为什么仍要发布</source>
        <translation>Why publish all the same</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>选择钥匙文件夹</source>
        <translation>Choose the folder of the keys</translation>
    </message>
    <message>
        <source>选择发布文件夹</source>
        <translation>Choose the folder to publish to</translation>
    </message>
    <message>
        <source>共享文件夹，或网站的文件夹</source>
        <translation>A share, or a web server’s folder</translation>
    </message>
    <message>
        <source>会一起签名，同事的电脑上查得到</source>
        <translation>Signed with it; agents’ machines can tell</translation>
    </message>
    <message>
        <source>还没有钥匙？做一套</source>
        <translation>No keys yet? Make a set</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Enter 修改，Delete 删除</source>
        <translation>Enter to change, Delete to remove</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>更多…</source>
        <translation>More…</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>由公司策略固定，不能在这里修改</source>
        <translation>Fixed by company policy; not to be changed here</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>搜索设置</source>
        <translation>Search settings</translation>
    </message>
    <message>
        <source>设置页</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>没有找到，换个词试试</source>
        <translation>Nothing found. Try another word</translation>
    </message>
    <message>
        <source>现在有效，但没能存盘，下次启动要再设</source>
        <translation>In force, but it couldn’t be saved; set it again next time</translation>
    </message>
    <message>
        <source>搜索结果</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>“%1”已经在用这个组合，换一个试试</source>
        <translation>“%1” already uses it. Try another</translation>
    </message>
    <message>
        <source>要带上 Ctrl、Alt 或 Shift</source>
        <translation>It needs Ctrl, Alt or Shift</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>SightWindow</name>
    <message>
        <source>Assist 能看到什么？</source>
        <translation>What can Assist see?</translation>
    </message>
    <message>
        <source>内存里的这一条草稿</source>
        <translation>The one draft in memory</translation>
    </message>
    <message>
        <source>打开记录文件夹</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>没有读取任何输入框</source>
        <translation>No text box is being read</translation>
    </message>
    <message>
        <source>有焦点的输入框，%1 窗口</source>
        <translation>The text box with the focus, a %1 window</translation>
    </message>
    <message>
        <source>（没有）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>Assist %1，词包 %2</source>
        <translation>Assist %1, pack %2</translation>
    </message>
    <message>
        <source>此外只有最近几个输入框里没发完的草稿，和撰写框的最近三条，退出就没了。密码框和没勾选的软件从不读取。</source>
        <translation>Besides it only unsent drafts of the last few boxes and the pad’s last three texts, gone when it ends. Passwords and programs not ticked are never read.</translation>
    </message>
    <message>
        <source>存在电脑上的只有次数；文字只有您附给组长的半句：%1</source>
        <translation>On disk: only counts, and the clauses you attached for your lead: %1</translation>
    </message>
</context>
<context>
    <name>StripFace</name>
    <message>
        <source>打开撰写框</source>
        <translation>Open the compose pad</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>拖动提示条</source>
        <translation>Drag the strip</translation>
    </message>
    <message>
        <source>打开规范用语</source>
        <translation>Open the phrase palette</translation>
    </message>
</context>
<context>
    <name>Tester</name>
    <message>
        <source>试一试</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>用这份草稿检查，打字即出结果</source>
        <translation>Checked with this draft as you type</translation>
    </message>
    <message>
        <source>在这里打一句话</source>
        <translation>Type a sentence here</translation>
    </message>
    <message>
        <source>试出的结果</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>去看看</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>没有要提醒的</source>
        <translation>Nothing to point out</translation>
    </message>
    <message>
        <source>%1 毫秒</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>班后回顾…</source>
        <translation>Review of the shift…</translation>
    </message>
    <message>
        <source>结束这一班</source>
        <translation>End this shift</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>撰写框…</source>
        <translation>Compose pad…</translation>
    </message>
    <message>
        <source>隐藏提示条</source>
        <translation>Hide the strip</translation>
    </message>
    <message>
        <source>显示提示条</source>
        <translation>Show the strip</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Assist 能看到什么？</source>
        <translation>What can Assist see?</translation>
    </message>
    <message>
        <source>再看一遍引导</source>
        <translation>Show the guide again</translation>
    </message>
    <message>
        <source>规范用语…</source>
        <translation>Standard phrases…</translation>
    </message>
    <message>
        <source>立即检查</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>词包</source>
        <translation>Phrase pack</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>关于 Assist</source>
        <translation>About Assist</translation>
    </message>
</context>
<context>
    <name>pack_editor</name>
    <message>
        <source>去看看</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>加上例外</source>
        <translation>Add exception</translation>
    </message>
    <message>
        <source>这个词包里没有这一条</source>
        <translation>This pack has no such entry</translation>
    </message>
    <message>
        <source>换这几个字</source>
        <translation>these words</translation>
    </message>
    <message>
        <source>换这半句</source>
        <translation>the clause</translation>
    </message>
    <message>
        <source>换整条</source>
        <translation>the message</translation>
    </message>
    <message>
        <source>词条</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>匹配</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replacements</translation>
    </message>
    <message>
        <source>例外</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>必须命中</source>
        <translation>Must hit</translation>
    </message>
    <message>
        <source>必须放过</source>
        <translation>Must pass</translation>
    </message>
    <message>
        <source>同类说法</source>
        <translation>Other wordings</translation>
    </message>
    <message>
        <source>句式</source>
        <translation>Patterns</translation>
    </message>
    <message>
        <source>场景</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>认错别字</source>
        <translation>Misspelt too</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>On</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>新词条</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>已自动保存草稿</source>
        <translation>draft kept</translation>
    </message>
    <message>
        <source>接着上次没做完的草稿</source>
        <translation>Going on with the draft of last time</translation>
    </message>
    <message>
        <source>有 %1 个格子要改</source>
        <translation>%1 cells need a change</translation>
    </message>
    <message>
        <source>草稿没有改变，改好表格再导入</source>
        <translation>The draft is as it was; correct the table and import it again</translation>
    </message>
    <message>
        <source>导入后会这样改</source>
        <translation>What importing would change</translation>
    </message>
    <message>
        <source>没有用到：%1</source>
        <translation>Not used: %1</translation>
    </message>
    <message>
        <source>已写入 %1</source>
        <translation>Written to %1</translation>
    </message>
    <message>
        <source>这句现在已经放过，已加进“必须放过”</source>
        <translation>This passes already; it is now an example that must pass</translation>
    </message>
    <message>
        <source>没有找到合适的例外，请自己写一条</source>
        <translation>No exception fits; please write one</translation>
    </message>
    <message>
        <source>已加上例外“%1”，请看一眼</source>
        <translation>Exception “%1” added; have a look</translation>
    </message>
    <message>
        <source>已改好，可以撤销</source>
        <translation>Repaired; undo takes it back</translation>
    </message>
    <message>
        <source>同事标为不算违规的，附了原话的在前</source>
        <translation>Marked by agents as no violation; those with words first</translation>
    </message>
    <message>
        <source>%1 已发布给 %2 % 的同事</source>
        <translation>%1 is published for %2 % of the agents</translation>
    </message>
    <message>
        <source>请把 trusted-root.json 交给 IT</source>
        <translation>Give trusted-root.json to IT</translation>
    </message>
    <message>
        <source>钥匙做好了，请备份到安全的地方</source>
        <translation>The keys are there; keep a copy in a safe place</translation>
    </message>
    <message>
        <source>发布的词包 %1 到期，到期后取不到新版</source>
        <translation>What is published ends on %1; after that nothing new arrives</translation>
    </message>
    <message>
        <source>已续期</source>
        <translation>Renewed</translation>
    </message>
    <message>
        <source>还没有替换</source>
        <translation>No replacement yet</translation>
    </message>
    <message>
        <source>第一条替换</source>
        <translation>Replacement</translation>
    </message>
    <message>
        <source>例句</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>发布前检查</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>误报</source>
        <translation>False alarms</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>试运行</source>
        <translation>Trial run</translation>
    </message>
    <message>
        <source>读入同事交来的标记…</source>
        <translation>Read marks handed over…</translation>
    </message>
    <message>
        <source>再试自己的好句子…</source>
        <translation>Try your own sentences…</translation>
    </message>
    <message>
        <source>必改</source>
        <translation>Must</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Should</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>任意位置</source>
        <translation>Anywhere</translation>
    </message>
    <message>
        <source>一个分句</source>
        <translation>A clause</translation>
    </message>
    <message>
        <source>整条消息</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>开头</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>结尾</source>
        <translation>End</translation>
    </message>
    <message>
        <source>改为分句</source>
        <translation>Use: clause</translation>
    </message>
    <message>
        <source>删掉例外</source>
        <translation>Drop it</translation>
    </message>
    <message>
        <source>删掉这条</source>
        <translation>Drop it</translation>
    </message>
    <message>
        <source>去填写</source>
        <translation>Fill it in</translation>
    </message>
    <message>
        <source>看是哪些</source>
        <translation>See which</translation>
    </message>
    <message>
        <source>钥匙打不开，请核对文件夹和密码</source>
        <translation>The keys do not open; check folder and password</translation>
    </message>
    <message>
        <source>没有发布，已发布的没有改变</source>
        <translation>Not published; what is published is as it was</translation>
    </message>
    <message>
        <source>检查没有通过，没有发布</source>
        <translation>The checks say no; nothing was published</translation>
    </message>
    <message>
        <source>有些格子要改，草稿没有改变</source>
        <translation>Some cells need a change; the draft is as it was</translation>
    </message>
    <message>
        <source>这个词包用不了，草稿没有改变</source>
        <translation>This pack cannot be used; the draft is as it was</translation>
    </message>
    <message>
        <source>这个文件读不了，草稿没有改变</source>
        <translation>This file cannot be read; the draft is as it was</translation>
    </message>
    <message>
        <source>没能完成，草稿没有改变</source>
        <translation>It did not work; the draft is as it was</translation>
    </message>
    <message>
        <source>与 %1 相比没有改动</source>
        <translation>No change from %1</translation>
    </message>
    <message>
        <source>与 %1 相比：新增 %2，修改 %3，删除 %4</source>
        <translation>Since %1: %2 new, %3 changed, %4 removed</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>改好 %1 处才能发布，另有 %2 处建议</source>
        <translation>%1 to correct before publishing, %2 suggestions</translation>
    </message>
    <message>
        <source>可以发布，另有 %1 处建议</source>
        <translation>Can be published, %1 suggestions</translation>
    </message>
    <message>
        <source>%1 句好句子里会标出 %2 句</source>
        <translation>Of %1 good sentences %2 would be flagged</translation>
    </message>
    <message>
        <source>“%1”被标为不算违规 %2 次</source>
        <translation>“%1” was marked as no violation, %2 times</translation>
    </message>
    <message>
        <source>没有命中</source>
        <translation>not hit</translation>
    </message>
    <message>
        <source>放过</source>
        <translation>passes</translation>
    </message>
    <message>
        <source>误中了</source>
        <translation>hit</translation>
    </message>
    <message>
        <source>命中</source>
        <translation>hit</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>一字不差</source>
        <translation>word for word</translation>
    </message>
    <message>
        <source>例句 %1/%2 符合</source>
        <translation>%1 of %2 examples are right</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>词包已更新 %1</source>
        <translation>Phrase list updated: %1</translation>
    </message>
    <message>
        <source>原词</source>
        <translation>exact</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>space</translation>
    </message>
    <message>
        <source>异体</source>
        <translation>variant</translation>
    </message>
    <message>
        <source>同音</source>
        <translation>sound</translation>
    </message>
    <message>
        <source>拼音</source>
        <translation>pinyin</translation>
    </message>
    <message>
        <source>首字母</source>
        <translation>initials</translation>
    </message>
    <message>
        <source>形近</source>
        <translation>shape</translation>
    </message>
    <message>
        <source>错字</source>
        <translation>typo</translation>
    </message>
    <message>
        <source>字序</source>
        <translation>order</translation>
    </message>
    <message>
        <source>间隔</source>
        <translation>gap</translation>
    </message>
    <message>
        <source>与词条%1只差空格或符号，按同一句看待。</source>
        <translation>Only spaces or signs apart from the entry %1, so it is treated as the same.</translation>
    </message>
    <message>
        <source>与词条%1只是写法不同，按同一句看待。</source>
        <translation>Another way to write the entry %1, so it is treated as the same.</translation>
    </message>
    <message>
        <source>与词条%1读音相同，按同一句看待。</source>
        <translation>Sounds like the entry %1, so it is treated as the same.</translation>
    </message>
    <message>
        <source>词条%1的拼音写法，按同一句看待。</source>
        <translation>The entry %1 in pinyin, so it is treated as the same.</translation>
    </message>
    <message>
        <source>词条%1的拼音首字母，按同一句看待。</source>
        <translation>The initials of the entry %1, so it is treated as the same.</translation>
    </message>
    <message>
        <source>与词条%1字形相近，按同一句看待。</source>
        <translation>Looks like the entry %1, so it is treated as the same.</translation>
    </message>
    <message>
        <source>与词条%1只差个别字，按同一句看待。</source>
        <translation>Hardly differs from the entry %1, so it is treated as the same.</translation>
    </message>
    <message>
        <source>与词条%1只是字序不同，按同一句看待。</source>
        <translation>The entry %1 in another order, so it is treated as the same.</translation>
    </message>
    <message>
        <source>与词条%1是同一种说法。</source>
        <translation>Put in the same way as the entry %1.</translation>
    </message>
    <message>
        <source>只换这几个字</source>
        <translation>Replaces these words only</translation>
    </message>
    <message>
        <source>换掉这半句，标点一并接好</source>
        <translation>Replaces this clause and its punctuation</translation>
    </message>
    <message>
        <source>换掉整条消息</source>
        <translation>Replaces the whole message</translation>
    </message>
    <message>
        <source>%1 → %2：%3</source>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>责问反问</source>
        <translation>Rhetorical question</translation>
    </message>
    <message>
        <source>推诿</source>
        <translation>Passing the buck</translation>
    </message>
    <message>
        <source>否定语</source>
        <translation>Flat refusal</translation>
    </message>
    <message>
        <source>规范缺失</source>
        <translation>Missing courtesy</translation>
    </message>
    <message>
        <source>斗气语</source>
        <translation>Defiant</translation>
    </message>
    <message>
        <source>命令语</source>
        <translation>Commanding</translation>
    </message>
    <message>
        <source>蔑视语</source>
        <translation>Belittling</translation>
    </message>
    <message>
        <source>口头语</source>
        <translation>Too casual</translation>
    </message>
    <message>
        <source>烦躁语</source>
        <translation>Impatient</translation>
    </message>
    <message>
        <source>傲慢厌烦</source>
        <translation>Aloof</translation>
    </message>
    <message>
        <source>催促离开</source>
        <translation>Hurrying off</translation>
    </message>
    <message>
        <source>冷处理</source>
        <translation>Brushing off</translation>
    </message>
    <message>
        <source>引导投诉</source>
        <translation>Inviting complaints</translation>
    </message>
    <message>
        <source>内部信息</source>
        <translation>Internal matters</translation>
    </message>
    <message>
        <source>过度承诺</source>
        <translation>Overpromising</translation>
    </message>
    <message>
        <source>雷区话题</source>
        <translation>Sensitive topic</translation>
    </message>
    <message>
        <source>隐私</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>称谓姓名</source>
        <translation>Form of address</translation>
    </message>
    <message>
        <source>专业术语</source>
        <translation>Jargon</translation>
    </message>
    <message>
        <source>站外引流</source>
        <translation>Leading off-site</translation>
    </message>
    <message>
        <source>听起来像在责问客户，换成陈述更安心。</source>
        <translation>This can sound like blame. A statement reassures.</translation>
    </message>
    <message>
        <source>听起来像在往外推，说说能做什么更好。</source>
        <translation>This can sound like passing it on. Say what can be done.</translation>
    </message>
    <message>
        <source>只说了不行，加上能做的更好。</source>
        <translation>This only says no. Adding what is possible helps.</translation>
    </message>
    <message>
        <source>少了一句礼貌话，补上更完整。</source>
        <translation>A courtesy is missing here. Adding it rounds it off.</translation>
    </message>
    <message>
        <source>听起来像在赌气，平和一点更好。</source>
        <translation>This can sound defiant. A calmer wording helps.</translation>
    </message>
    <message>
        <source>听起来像命令，换成请求更好。</source>
        <translation>This can sound like an order. A request is kinder.</translation>
    </message>
    <message>
        <source>客户会觉得被看轻，换个说法更好。</source>
        <translation>The customer may feel looked down on.</translation>
    </message>
    <message>
        <source>口语了一些，书面一点更稳妥。</source>
        <translation>A little casual. A fuller wording is safer.</translation>
    </message>
    <message>
        <source>听起来有些不耐烦，慢一点更好。</source>
        <translation>This can sound impatient. Taking time helps.</translation>
    </message>
    <message>
        <source>听起来有些冷淡，热情一点更好。</source>
        <translation>This can sound cold. A warmer wording helps.</translation>
    </message>
    <message>
        <source>听起来像在催客户，留点余地更好。</source>
        <translation>This can sound hurried. Leave the customer room.</translation>
    </message>
    <message>
        <source>客户会觉得没人管，给个时间更好。</source>
        <translation>The customer may feel left alone. Naming a time helps.</translation>
    </message>
    <message>
        <source>会把客户推向投诉，先接住更好。</source>
        <translation>This points to a complaint. Offering help first is better.</translation>
    </message>
    <message>
        <source>这是内部的事，客户不需要知道。</source>
        <translation>This is internal. The customer need not know.</translation>
    </message>
    <message>
        <source>说得太满，留有余地更稳妥。</source>
        <translation>This promises a lot. Leaving room is safer.</translation>
    </message>
    <message>
        <source>话题敏感，绕开更稳妥。</source>
        <translation>A sensitive topic. Going around it is safer.</translation>
    </message>
    <message>
        <source>涉及个人信息，不提更稳妥。</source>
        <translation>Personal details. Leaving them out is safer.</translation>
    </message>
    <message>
        <source>称呼换一下，客户更舒服。</source>
        <translation>Another form of address is more comfortable.</translation>
    </message>
    <message>
        <source>换成日常说法，客户更容易懂。</source>
        <translation>Everyday words are easier to follow.</translation>
    </message>
    <message>
        <source>留在平台内沟通更稳妥。</source>
        <translation>Staying on the platform is safer.</translation>
    </message>
    <message>
        <source>已替换，并已核对</source>
        <translation>Replaced and checked</translation>
    </message>
    <message>
        <source>已放进输入框，由您来发送</source>
        <translation>It is in the box. You send it</translation>
    </message>
    <message>
        <source>没能写入，已替您复制</source>
        <translation>Not inserted, but copied for you</translation>
    </message>
    <message>
        <source>草稿已经变了，没有改动，请再选一次</source>
        <translation>The draft changed; nothing was touched</translation>
    </message>
    <message>
        <source>已恢复成您原来的文字</source>
        <translation>Your own text is back</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>请按</source>
        <translation>Press</translation>
    </message>
    <message>
        <source>高</source>
        <translation>High</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>低</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>企业微信</source>
        <translation>WeCom</translation>
    </message>
    <message>
        <source>钉钉</source>
        <translation>DingTalk</translation>
    </message>
    <message>
        <source>千牛</source>
        <translation>Qianniu</translation>
    </message>
    <message>
        <source>读取正常</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>仅热键</source>
        <translation>Hotkey only</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>待命</source>
        <translation>Standing by</translation>
    </message>
    <message>
        <source>还剩 %1 分钟</source>
        <translation>%1 min left</translation>
    </message>
    <message>
        <source>已暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>用撰写框</source>
        <translation>Use compose pad</translation>
    </message>
    <message>
        <source>密码框，不读取</source>
        <translation>Password box, not read</translation>
    </message>
    <message>
        <source>辅助功能没有打开</source>
        <translation>Accessibility is off</translation>
    </message>
    <message>
        <source>读不到%1的输入框</source>
        <translation>%1 cannot be read</translation>
    </message>
    <message>
        <source>读不到这个输入框</source>
        <translation>This box cannot be read</translation>
    </message>
    <message>
        <source>小建议，可不改</source>
        <translation>A small suggestion</translation>
    </message>
    <message>
        <source>有更好的说法</source>
        <translation>Better wording</translation>
    </message>
    <message>
        <source>有 %1 处可以换个说法</source>
        <translation>%1 places could be put differently</translation>
    </message>
    <message>
        <source>不读取%1</source>
        <translation>Not reading %1</translation>
    </message>
    <message>
        <source>改为读取</source>
        <translation>Read it</translation>
    </message>
    <message>
        <source>读取%1里的草稿？</source>
        <translation>Read drafts in %1?</translation>
    </message>
    <message>
        <source>读取</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>免打扰 还剩 %1 小时</source>
        <translation>Quiet for %1 h</translation>
    </message>
    <message>
        <source>免打扰 还剩 %1 分钟</source>
        <translation>Quiet for %1 min</translation>
    </message>
    <message>
        <source>恢复弹出卡片</source>
        <translation>Open cards again</translation>
    </message>
    <message>
        <source>今天不再弹出卡片</source>
        <translation>No cards until tomorrow</translation>
    </message>
    <message>
        <source>%1 分钟内不弹出卡片</source>
        <translation>No cards for %1 minutes</translation>
    </message>
    <message>
        <source>热键被别的程序占用</source>
        <translation>Taken by another program</translation>
    </message>
    <message>
        <source>可在设置里换</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>使用记录没能写入，检查照常</source>
        <translation>Can’t write the usage log. Checking goes on</translation>
    </message>
    <message>
        <source>通用</source>
        <translation>General</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>聊天软件</source>
        <translation>Chat programs</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>窗口里的文字；推荐说法仍用词包的语言</source>
        <translation>Of the windows; suggestions keep the language of the pack</translation>
    </message>
    <message>
        <source>读取方式</source>
        <translation>How drafts are read</translation>
    </message>
    <message>
        <source>auto 自动选择；下次启动时生效</source>
        <translation>auto picks one; takes effect at the next start</translation>
    </message>
    <message>
        <source>输入法停顿</source>
        <translation>Input-method pause</translation>
    </message>
    <message>
        <source>部分软件会把没选完的字也当成文字，等它停下再检查</source>
        <translation>Some programs show unfinished characters as text; checking waits until they rest</translation>
    </message>
    <message>
        <source>自动弹出卡片</source>
        <translation>Open cards by themselves</translation>
    </message>
    <message>
        <source>低于它的只在提示条上计数</source>
        <translation>What is lower is only counted on the strip</translation>
    </message>
    <message>
        <source>停笔多久后弹出卡片</source>
        <translation>Pause before a card opens</translation>
    </message>
    <message>
        <source>打字时卡片从不跳出来</source>
        <translation>A card never opens while you type</translation>
    </message>
    <message>
        <source>多久不理会就收起卡片</source>
        <translation>Put an untouched card away after</translation>
    </message>
    <message>
        <source>0 表示一直开着；计数留在提示条上</source>
        <translation>0 keeps it open; the count stays on the strip</translation>
    </message>
    <message>
        <source>关掉卡片后的安静时间</source>
        <translation>Rest after a card is closed</translation>
    </message>
    <message>
        <source>这段时间里，同一词条不再自动弹出</source>
        <translation>For that long the same entry opens no card</translation>
    </message>
    <message>
        <source>在输入框里画下划线</source>
        <translation>Underline in the text box</translation>
    </message>
    <message>
        <source>只画在能读到文字位置的软件里</source>
        <translation>Only where a program tells where its text is</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>跟随系统，或固定一种</source>
        <translation>As the system has it, or always one</translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>图标和按钮一起变大</source>
        <translation>Icons and buttons grow with it</translation>
    </message>
    <message>
        <source>减少动画</source>
        <translation>Reduce motion</translation>
    </message>
    <message>
        <source>剩余时间改用数字</source>
        <translation>Time left is shown as a figure</translation>
    </message>
    <message>
        <source>无事时缩成圆点</source>
        <translation>Shrink to a dot when idle</translation>
    </message>
    <message>
        <source>有内容时再展开</source>
        <translation>It grows again when there is something to say</translation>
    </message>
    <message>
        <source>读取哪些软件里的草稿</source>
        <translation>Programs whose drafts are read</translation>
    </message>
    <message>
        <source>只读勾选的软件，其他软件从不读取</source>
        <translation>Only ticked programs are read, no other ever is</translation>
    </message>
    <message>
        <source>使用记录保留多久</source>
        <translation>Keep usage records for</translation>
    </message>
    <message>
        <source>记录只有次数，没有聊天内容；下次启动时生效</source>
        <translation>They hold counts, no chat text; takes effect at the next start</translation>
    </message>
    <message>
        <source>用第一条替换</source>
        <translation>Use the first replacement</translation>
    </message>
    <message>
        <source>只在卡片打开时占用</source>
        <translation>Taken only while a card is open</translation>
    </message>
    <message>
        <source>撤销替换</source>
        <translation>Undo the replacement</translation>
    </message>
    <message>
        <source>只在提示出现时占用</source>
        <translation>Taken only while the offer shows</translation>
    </message>
    <message>
        <source>本次忽略</source>
        <translation>Ignore once</translation>
    </message>
    <message>
        <source>不算违规</source>
        <translation>Not a violation</translation>
    </message>
    <message>
        <source>立即检查</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>随时可用</source>
        <translation>Always available</translation>
    </message>
    <message>
        <source>打开撰写框</source>
        <translation>Open the compose pad</translation>
    </message>
    <message>
        <source>暂停或继续</source>
        <translation>Pause or go on</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>高对比 白底</source>
        <translation>High contrast, white</translation>
    </message>
    <message>
        <source>高对比 黑底</source>
        <translation>High contrast, black</translation>
    </message>
    <message>
        <source>仅高</source>
        <translation>High only</translation>
    </message>
    <message>
        <source>中和高</source>
        <translation>Medium and high</translation>
    </message>
    <message>
        <source>从不</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>毫秒</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>秒</source>
        <translation>s</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>繁體中文</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>词条 %1：%2</source>
        <translation>Entry %1: %2</translation>
    </message>
    <message>
        <source>来源：%1</source>
        <translation>Source: %1</translation>
    </message>
    <message>
        <source>例：%1</source>
        <translation>Example: %1</translation>
    </message>
    <message>
        <source>谢谢，记下了</source>
        <translation>Thanks, noted</translation>
    </message>
    <message>
        <source>关于 Assist</source>
        <translation>About Assist</translation>
    </message>
    <message>
        <source>词包</source>
        <translation>Phrase pack</translation>
    </message>
    <message>
        <source>打开数据文件夹</source>
        <translation>Open the data folder</translation>
    </message>
    <message>
        <source>不连接互联网；只有设了词包来源才会去取词包</source>
        <translation>No internet connection; packs are fetched only where a source was set</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>许可</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>随软件自带，没有设来源</source>
        <translation>Ships with the program; no source set</translation>
    </message>
    <message>
        <source>自动取来，换上时不打断打字</source>
        <translation>Fetched by itself; typing is not interrupted</translation>
    </message>
    <message>
        <source>在用的版本</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>词条</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>撰写框一直开着</source>
        <translation>Compose pad always there</translation>
    </message>
    <message>
        <source>关掉后，插入一次就收起</source>
        <translation>When off, it closes after inserting once</translation>
    </message>
    <message>
        <source>撰写框可以在哪些软件里发送</source>
        <translation>Programs where the compose pad may send</translation>
    </message>
    <message>
        <source>勾选后多一个发送键；窗口或对话变了就不发送</source>
        <translation>Adds a send button; nothing is sent if window or conversation changed</translation>
    </message>
    <message>
        <source>打开规范用语</source>
        <translation>Open the phrase palette</translation>
    </message>
    <message>
        <source>已放进输入框，并已发送</source>
        <translation>Inserted and sent</translation>
    </message>
    <message>
        <source>词包 %1</source>
        <translation>Pack %1</translation>
    </message>
    <message>
        <source>使用记录保留得更久，请看设置里的“隐私”</source>
        <translation>Usage records are kept longer; see Privacy in the settings</translation>
    </message>
    <message>
        <source>按键只分成五类来听，不记是哪个键</source>
        <translation>Key presses are heard as one of five classes, never which key</translation>
    </message>
    <message>
        <source>您可以交出每班的合计，不带姓名</source>
        <translation>You may hand over the sums of a shift, without a name</translation>
    </message>
    <message>
        <source>您可以交出逐条的时间和词条，不带文字</source>
        <translation>You may hand over single events with time and entry, without words</translation>
    </message>
    <message>
        <source>您可以把“不算违规”的半句附给组长</source>
        <translation>You may attach the clause of a “not a violation” for your lead</translation>
    </message>
    <message>
        <source>您可以交出一份不带文字的诊断</source>
        <translation>You may hand over a diagnosis without words</translation>
    </message>
    <message>
        <source>会告诉公司这台电脑用的词包版本</source>
        <translation>The company is told which pack version this computer uses</translation>
    </message>
    <message>
        <source>为什么有这一条</source>
        <translation>Why this rule</translation>
    </message>
    <message>
        <source>关闭卡片</source>
        <translation>Close the card</translation>
    </message>
</context>
</TS>
