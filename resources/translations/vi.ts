<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Window</name>
    <message>
        <source>{0} of those who read it.</source>
        <translation>{0} số người đã đọc.</translation>
    </message>
    <message>
        <source>The names under which layers are curated, by project</source>
        <translation>Các tên dùng khi thống nhất chú giải, theo dự án</translation>
    </message>
    <message>
        <source>Layers: {0}</source>
        <translation>Số lớp: {0}</translation>
    </message>
    <message>
        <source>Only curated layers</source>
        <translation>Chỉ các bản đã thống nhất</translation>
    </message>
    <message>
        <source>Of what others tagged nothing is left to decide.</source>
        <translation>Không còn gì phải quyết định trong phần người khác đã gán.</translation>
    </message>
    <message>
        <source>Layers of others: {0}</source>
        <translation>Lớp của người khác: {0}</translation>
    </message>
    <message>
        <source>No other layer</source>
        <translation>Không có lớp nào khác</translation>
    </message>
    <message>
        <source>To curate</source>
        <translation>Cần thống nhất</translation>
    </message>
    <message>
        <source>What reviewers tagged here can be made one agreed layer.</source>
        <translation>Có thể thống nhất những gì mọi người đã gán nhãn ở đây thành một lớp.</translation>
    </message>
    <message>
        <source>Your own reading</source>
        <translation>Bản đọc của riêng bạn</translation>
    </message>
    <message>
        <source>What you tagged here before stays yours. To curate this article take another name, or choose “My layer is the curated one”.</source>
        <translation>Những gì bạn đã gán nhãn ở đây trước đó vẫn là của bạn. Để thống nhất bài này, hãy đổi sang tên khác, hoặc chọn “Lớp của tôi là bản đã thống nhất”.</translation>
    </message>
    <message>
        <source>Curated by {0}</source>
        <translation>{0} đã thống nhất</translation>
    </message>
    <message>
        <source>Curated</source>
        <translation>Đã thống nhất</translation>
    </message>
    <message>
        <source>My layer is the curated one</source>
        <translation>Lớp của tôi là bản đã thống nhất</translation>
    </message>
    <message>
        <source>Curate what others tagged</source>
        <translation>Thống nhất những gì người khác đã gán</translation>
    </message>
    <message>
        <source>Type the first letters of the words to select.</source>
        <translation>Gõ chữ cái đầu của các từ cần chọn.</translation>
    </message>
    <message>
        <source>Nothing in view begins with “{0}”.</source>
        <translation>Không có chỗ nào đang hiện bắt đầu bằng “{0}”.</translation>
    </message>
    <message>
        <source>“{0}”: {1} of {2}</source>
        <translation>“{0}”: {1} trên {2}</translation>
    </message>
    <message>
        <source>Down: the next · Enter: done · label: its key, with a letter Shift</source>
        <translation>Xuống: chỗ tiếp · Enter: xong · nhãn: phím của nó, chữ cái thì kèm Shift</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>&amp;Chú giải</translation>
    </message>
    <message>
        <source>A&amp;rticle</source>
        <translation>&amp;Bài</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ giú&amp;p</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Thanh công cụ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Dự án mới…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Mở dự án…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Thêm tệp…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Thêm thư mục…</translation>
    </message>
    <message>
        <source>Paste as an article…</source>
        <translation>Dán thành bài…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Change who I am…</source>
        <translation>Đổi người chú giải…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Tùy chọn…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Select the sentence</source>
        <translation>Chọn cả câu</translation>
    </message>
    <message>
        <source>Select words by their first letters</source>
        <translation>Chọn từ bằng các chữ cái đầu</translation>
    </message>
    <message>
        <source>Select the next name that is not tagged</source>
        <translation>Chọn tên chưa gán nhãn tiếp theo</translation>
    </message>
    <message>
        <source>Select the name before that is not tagged</source>
        <translation>Chọn tên chưa gán nhãn phía trước</translation>
    </message>
    <message>
        <source>Return to the present</source>
        <translation>Trở về hiện tại</translation>
    </message>
    <message>
        <source>Choose a label…</source>
        <translation>Chọn nhãn…</translation>
    </message>
    <message>
        <source>Change the label…</source>
        <translation>Đổi nhãn…</translation>
    </message>
    <message>
        <source>Add a fragment to the mention</source>
        <translation>Thêm mảnh vào đề cập</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Viết ghi chú</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Fill a role of the event…</source>
        <translation>Điền vai của sự kiện…</translation>
    </message>
    <message>
        <source>Add an event without a trigger…</source>
        <translation>Thêm sự kiện không có từ kích hoạt…</translation>
    </message>
    <message>
        <source>Next mention</source>
        <translation>Đề cập sau</translation>
    </message>
    <message>
        <source>Previous mention</source>
        <translation>Đề cập trước</translation>
    </message>
    <message>
        <source>Move the end a syllable later</source>
        <translation>Dời điểm cuối sang phải một âm tiết</translation>
    </message>
    <message>
        <source>Move the end a syllable earlier</source>
        <translation>Dời điểm cuối sang trái một âm tiết</translation>
    </message>
    <message>
        <source>Move the start a syllable later</source>
        <translation>Dời điểm đầu sang phải một âm tiết</translation>
    </message>
    <message>
        <source>Move the start a syllable earlier</source>
        <translation>Dời điểm đầu sang trái một âm tiết</translation>
    </message>
    <message>
        <source>Labels and roles of the project…</source>
        <translation>Nhãn và vai của dự án…</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Bài sau</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Bài trước</translation>
    </message>
    <message>
        <source>Find an article</source>
        <translation>Tìm bài</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Đã khóa</translation>
    </message>
    <message>
        <source>Title, date and more…</source>
        <translation>Tiêu đề, ngày tháng…</translation>
    </message>
    <message>
        <source>Title, date and more</source>
        <translation>Tiêu đề, ngày tháng và thông tin khác</translation>
    </message>
    <message>
        <source>Remove the article</source>
        <translation>Bỏ bài khỏi danh sách</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ to hơn</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Chữ nhỏ hơn</translation>
    </message>
    <message>
        <source>Usual size of text</source>
        <translation>Cỡ chữ thường</translation>
    </message>
    <message>
        <source>Arcs, labels or underlines</source>
        <translation>Cung, nhãn hay gạch chân</translation>
    </message>
    <message>
        <source>Show coreference</source>
        <translation>Hiện đồng quy chiếu</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Đề cập</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Chú giải</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Chú giải</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liên kết</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>Sang phần kế tiếp của cửa sổ</translation>
    </message>
    <message>
        <source>Go to the part before</source>
        <translation>Về phần liền trước của cửa sổ</translation>
    </message>
    <message>
        <source>Show the articles</source>
        <translation>Hiện danh sách bài</translation>
    </message>
    <message>
        <source>Show the panels</source>
        <translation>Hiện các bảng bên phải</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Toàn màn hình</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Giao diện sáng hay tối</translation>
    </message>
    <message>
        <source>Tiếng Việt / English</source>
        <translation>English / Tiếng Việt</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Tìm lệnh…</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Tìm lệnh</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Xem giới thiệu</translation>
    </message>
    <message>
        <source>About Annotator</source>
        <translation>Về Annotator</translation>
    </message>
    <message>
        <source>Left, Right, Up, Down</source>
        <translation>Trái, Phải, Lên, Xuống</translation>
    </message>
    <message>
        <source>Move the caret; with Shift select</source>
        <translation>Dời con trỏ; giữ Shift để chọn</translation>
    </message>
    <message>
        <source>Ctrl+Left, Ctrl+Right</source>
        <translation>Ctrl+Trái, Ctrl+Phải</translation>
    </message>
    <message>
        <source>Move by a word</source>
        <translation>Dời một từ</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>Go to the beginning or the end of the line</source>
        <translation>Về đầu hoặc cuối dòng</translation>
    </message>
    <message>
        <source>Ctrl+Home, Ctrl+End</source>
        <translation>Ctrl+Home, Ctrl+End</translation>
    </message>
    <message>
        <source>Go to the beginning or the end of the article</source>
        <translation>Về đầu hoặc cuối bài</translation>
    </message>
    <message>
        <source>PageUp, PageDown</source>
        <translation>PageUp, PageDown</translation>
    </message>
    <message>
        <source>Scroll by a page</source>
        <translation>Cuộn một trang</translation>
    </message>
    <message>
        <source>A label's key</source>
        <translation>Phím của nhãn</translation>
    </message>
    <message>
        <source>Tag the selection, or the word at the caret</source>
        <translation>Gán nhãn cho phần chọn, hoặc từ ở con trỏ</translation>
    </message>
    <message>
        <source>A drag with Ctrl</source>
        <translation>Kéo chuột và giữ Ctrl</translation>
    </message>
    <message>
        <source>Tag the words, or fill the role, as what is shown first</source>
        <translation>Gán nhãn hoặc điền vai theo lựa chọn hiện đầu tiên</translation>
    </message>
    <message>
        <source>A drag with Ctrl+Shift</source>
        <translation>Kéo chuột và giữ Ctrl+Shift</translation>
    </message>
    <message>
        <source>Tag the words, or fill the role, as what is shown second</source>
        <translation>Gán nhãn hoặc điền vai theo lựa chọn hiện thứ hai</translation>
    </message>
    <message>
        <source>A click with Ctrl on a suggestion's label</source>
        <translation>Giữ Ctrl và bấm vào nhãn của một gợi ý</translation>
    </message>
    <message>
        <source>Accept it and all of its sort as certain</source>
        <translation>Nhận gợi ý đó và mọi gợi ý cùng loại chắc chắn không kém</translation>
    </message>
    <message>
        <source>A drag from a suggestion's label</source>
        <translation>Kéo từ nhãn của một gợi ý</translation>
    </message>
    <message>
        <source>Accept all suggestions of its sort on the way</source>
        <translation>Nhận mọi gợi ý cùng loại trên đường kéo</translation>
    </message>
    <message>
        <source>A drag from a suggestion's label with the right button</source>
        <translation>Kéo bằng nút phải từ nhãn của một gợi ý</translation>
    </message>
    <message>
        <source>Refuse all suggestions of its sort on the way</source>
        <translation>Từ chối mọi gợi ý cùng loại trên đường kéo</translation>
    </message>
    <message>
        <source>Down, Up, while first letters are typed</source>
        <translation>Xuống, Lên, khi đang gõ chữ cái đầu</translation>
    </message>
    <message>
        <source>Select the next place, the one before</source>
        <translation>Chọn chỗ tiếp theo, chỗ trước</translation>
    </message>
    <message>
        <source>A letter shown on a mention</source>
        <translation>Chữ cái hiện trên đề cập</translation>
    </message>
    <message>
        <source>Fill the role with that mention</source>
        <translation>Điền vai bằng đề cập ấy</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>Stop filling a role; select nothing</source>
        <translation>Thôi điền vai; bỏ chọn</translation>
    </message>
    <message>
        <source>A command, a label or an article</source>
        <translation>Một lệnh, một nhãn hay một bài</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Tìm thấy</translation>
    </message>
    <message>
        <source>Tag as {0}</source>
        <translation>Gán nhãn {0}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Đóng thông báo</translation>
    </message>
    <message>
        <source>Title: {0}</source>
        <translation>Tiêu đề: {0}</translation>
    </message>
    <message>
        <source>Status: {0}</source>
        <translation>Trạng thái: {0}</translation>
    </message>
    <message>
        <source>Problems: {0}</source>
        <translation>Vấn đề: {0}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Reviewer: {0}</source>
        <translation>Người chú giải: {0}</translation>
    </message>
    <message>
        <source>Change who I am</source>
        <translation>Đổi người chú giải</translation>
    </message>
    <message>
        <source>Character {0} of {1}</source>
        <translation>Ký tự {0} / {1}</translation>
    </message>
    <message>
        <source>Characters selected: {0}</source>
        <translation>Đã chọn {0} ký tự</translation>
    </message>
    <message>
        <source>Mentions: {0}   Events: {1}</source>
        <translation>Đề cập: {0}   Sự kiện: {1}</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Các bảng</translation>
    </message>
    <message>
        <source>You see the article as it once stood.</source>
        <translation>Đây là bài ở một thời điểm đã qua.</translation>
    </message>
    <message>
        <source>Read-only: the project is held by {0}. It can be read and exported.</source>
        <translation>Chỉ đọc: dự án đang mở ở nơi khác ({0}). Vẫn xem và xuất được.</translation>
    </message>
    <message>
        <source>Read-only: the project's file may not be written.</source>
        <translation>Chỉ đọc: không có quyền ghi tệp của dự án.</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>Chưa mở bài nào</translation>
    </message>
    <message>
        <source>Drop text files or folders here, or choose one of these.</source>
        <translation>Thả tệp văn bản hoặc thư mục vào đây, hoặc chọn một trong các cách sau.</translation>
    </message>
    <message>
        <source>A copy was saved as {0}.</source>
        <translation>Đã lưu bản sao tại {0}.</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>bản sao</translation>
    </message>
    <message>
        <source>Adding articles</source>
        <translation>Đang thêm bài</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>bảng tạm</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Áp dụng</translation>
    </message>
    <message>
        <source>Annotates entities, events and relations in news and other text.</source>
        <translation>Chú giải thực thể, sự kiện và quan hệ trong tin tức và các văn bản khác.</translation>
    </message>
    <message>
        <source>Version {0}, with Qt {1}</source>
        <translation>Phiên bản {0}, dùng Qt {1}</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Phần mềm tự do theo giấy phép MIT.</translation>
    </message>
    <message>
        <source>Project: {0}</source>
        <translation>Dự án: {0}</translation>
    </message>
    <message>
        <source>Settings: {0}</source>
        <translation>Tùy chọn: {0}</translation>
    </message>
    <message>
        <source>Not everything was added</source>
        <translation>Không thêm được tất cả</translation>
    </message>
    <message>
        <source>Adding was cancelled. Nothing was added.</source>
        <translation>Đã hủy việc thêm. Không có gì được thêm.</translation>
    </message>
    <message>
        <source>Articles added: {0}.</source>
        <translation>Số bài đã thêm: {0}.</translation>
    </message>
    <message>
        <source>Layers added: {0}.</source>
        <translation>Số lớp chú giải đã thêm: {0}.</translation>
    </message>
    <message>
        <source>There already: {0}.</source>
        <translation>Đã có sẵn: {0}.</translation>
    </message>
    <message>
        <source>Left out: {0}.</source>
        <translation>Bị bỏ lại: {0}.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Labels and arcs</source>
        <translation>Nhãn và cung</translation>
    </message>
    <message>
        <source>Underlines</source>
        <translation>Gạch chân</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Trong văn bản</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Phím tắt…</translation>
    </message>
    <message>
        <source>Paste as an article</source>
        <translation>Dán thành bài</translation>
    </message>
    <message>
        <source>The text stays as it is. What its layout says is kept beside it.</source>
        <translation>Văn bản được giữ nguyên. Tiêu đề, ngày tháng, tác giả đọc ra từ cách trình bày được ghi riêng.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Tác giả</translation>
    </message>
    <message>
        <source>Add the article</source>
        <translation>Thêm bài</translation>
    </message>
    <message>
        <source>The text itself never changes.</source>
        <translation>Bản thân văn bản không bao giờ đổi.</translation>
    </message>
    <message>
        <source>Date (ISO 8601)</source>
        <translation>Ngày giờ (ISO 8601)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Địa chỉ web</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Mục khác</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Dự án mới</translation>
    </message>
    <message>
        <source>The same as in “{0}”</source>
        <translation>Giống như trong “{0}”</translation>
    </message>
    <message>
        <source>None: I make my own</source>
        <translation>Chưa có: tôi tự lập bộ nhãn</translation>
    </message>
    <message>
        <source>Choose the labels to begin with. They can be changed at any time.</source>
        <translation>Chọn bộ nhãn ban đầu. Lúc nào cũng đổi được.</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Từ tệp…</translation>
    </message>
    <message>
        <source>Choose the place…</source>
        <translation>Chọn nơi lưu…</translation>
    </message>
    <message>
        <source>Labels from a file</source>
        <translation>Nhãn từ tệp</translation>
    </message>
    <message>
        <source>Tagsets</source>
        <translation>Bộ nhãn</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Mọi tệp</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Mở dự án</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Dự án</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Thêm tệp</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Thêm thư mục</translation>
    </message>
    <message>
        <source>Who annotates?</source>
        <translation>Ai chú giải?</translation>
    </message>
    <message>
        <source>Annotations are kept apart by name. You can change it at any time.</source>
        <translation>Chú giải của mỗi người được giữ riêng theo tên. Lúc nào cũng đổi được.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Chú giải</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Định dạng</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>Người chú giải</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Tick at least one reviewer and one status.</source>
        <translation>Hãy chọn ít nhất một người chú giải và một trạng thái.</translation>
    </message>
    <message>
        <source>This article has no text. It can have labels as a whole, in the Links panel; “Remove the article” in the Article menu takes it off the list.</source>
        <translation>Bài này không có văn bản. Có thể gán nhãn cho cả bài trong bảng Liên kết; mục “Bỏ bài khỏi danh sách” nằm trong trình đơn Bài.</translation>
    </message>
    <message>
        <source>This format does not carry: {0}.</source>
        <translation>Định dạng này không giữ được: {0}.</translation>
    </message>
    <message>
        <source>There is a file of that name. It will be replaced.</source>
        <translation>Đã có tệp trùng tên. Tệp ấy sẽ bị thay thế.</translation>
    </message>
    <message>
        <source>Bring {0} up to date</source>
        <translation>Nâng cấp {0}</translation>
    </message>
    <message>
        <source>A folder of that name is written.</source>
        <translation>Sẽ ghi ra một thư mục có tên ấy.</translation>
    </message>
    <message>
        <source>A file of this format has one article: name a folder for more.</source>
        <translation>Mỗi tệp của định dạng này chỉ chứa một bài: hãy đặt tên thư mục nếu có nhiều bài.</translation>
    </message>
    <message>
        <source>Files of this format end in {0}; this name does not.</source>
        <translation>Tệp của định dạng này có đuôi {0}; tên này thì không.</translation>
    </message>
    <message>
        <source>Replace “{0}”?</source>
        <translation>Thay “{0}”?</translation>
    </message>
    <message>
        <source>There is a file of that name. What it holds is lost.</source>
        <translation>Đã có tệp trùng tên. Nội dung của tệp ấy sẽ mất.</translation>
    </message>
    <message>
        <source>There is a folder of that name. Files in it that are called like those of the export are replaced, and what they hold is lost.</source>
        <translation>Đã có thư mục trùng tên. Các tệp trong đó trùng tên với tệp xuất ra sẽ bị thay thế, và nội dung của chúng sẽ mất.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Đang xuất</translation>
    </message>
    <message>
        <source>Exported to {0}. Articles: {1}.</source>
        <translation>Đã xuất ra {0}. Số bài: {1}.</translation>
    </message>
    <message>
        <source>Find a key or a command</source>
        <translation>Tìm phím hoặc lệnh</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Phím mới</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>Dùng phím này</translation>
    </message>
    <message>
        <source>Usual keys for all</source>
        <translation>Trả phím mặc định</translation>
    </message>
    <message>
        <source>This key belongs to the text and can't be changed.</source>
        <translation>Phím này dùng trong văn bản, không đổi được.</translation>
    </message>
    <message>
        <source>“{0}” has these keys and would lose them.</source>
        <translation>“{0}” đang dùng phím này và sẽ mất nó.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Your articles</source>
        <translation>Các bài của bạn</translation>
    </message>
    <message>
        <source>Drop files or folders on the window to add more. Alt+Down opens the next one.</source>
        <translation>Thả tệp hoặc thư mục vào cửa sổ để thêm bài. Alt+Xuống mở bài kế tiếp.</translation>
    </message>
    <message>
        <source>Tag what you read</source>
        <translation>Gán nhãn khi đọc</translation>
    </message>
    <message>
        <source>Select words by mouse or with Shift and the arrows, and press a label's key. With nothing selected, the word at the caret is tagged. Ctrl+Z takes back anything.</source>
        <translation>Chọn từ bằng chuột hoặc Shift và các phím mũi tên, rồi bấm phím của nhãn. Khi không chọn gì, từ ở con trỏ được gán. Ctrl+Z hoàn tác mọi việc.</translation>
    </message>
    <message>
        <source>Labels and their keys</source>
        <translation>Nhãn và phím của nhãn</translation>
    </message>
    <message>
        <source>Each label shows its key, how often it is used, and what it is for. A click tags, too. Ctrl+T changes the labels.</source>
        <translation>Mỗi nhãn cho thấy phím, số lần dùng và công dụng. Bấm chuột cũng gán được. Ctrl+T để sửa bộ nhãn.</translation>
    </message>
    <message>
        <source>Tag the word that says what happened with an event's key. Then fill its roles: press Enter on it, or drag from it to a mention.</source>
        <translation>Gán từ nói lên việc xảy ra bằng phím của sự kiện. Rồi điền các vai: bấm Enter, hoặc kéo từ đó đến một đề cập.</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Mọi thứ khác</translation>
    </message>
    <message>
        <source>Ctrl+K finds any command, label or article. F1 shows all keys. Ctrl+E exports your work. It is saved at every step; there is nothing to save.</source>
        <translation>Ctrl+K tìm mọi lệnh, nhãn hay bài. F1 hiện tất cả phím. Ctrl+E xuất kết quả. Mọi bước đều được lưu ngay; không cần bấm lưu.</translation>
    </message>
    <message>
        <source>The name under which annotations are made</source>
        <translation>Tên người chú giải</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Ngôn ngữ của cửa sổ</translation>
    </message>
    <message>
        <source>Size of the article's text, in percent</source>
        <translation>Cỡ chữ của bài, theo phần trăm</translation>
    </message>
    <message>
        <source>What the article shows of annotations</source>
        <translation>Bài hiện những gì của chú giải</translation>
    </message>
    <message>
        <source>Whether the article shows coreference</source>
        <translation>Bài có hiện đồng quy chiếu không</translation>
    </message>
    <message>
        <source>Keys that were changed, by action</source>
        <translation>Các phím đã đổi, theo lệnh</translation>
    </message>
    <message>
        <source>Whether the tour was taken or skipped</source>
        <translation>Đã xem hay bỏ qua giới thiệu</translation>
    </message>
    <message>
        <source>The project that opens without being named</source>
        <translation>Dự án mở ra khi không nêu tên</translation>
    </message>
    <message>
        <source>The article last open, by project</source>
        <translation>Bài mở sau cùng, theo dự án</translation>
    </message>
    <message>
        <source>The folder of the last export</source>
        <translation>Thư mục xuất lần cuối</translation>
    </message>
    <message>
        <source>Place and size of the window</source>
        <translation>Vị trí và kích thước cửa sổ</translation>
    </message>
    <message>
        <source>Sizes and open tabs of the panels</source>
        <translation>Kích thước và thẻ đang mở của các bảng</translation>
    </message>
    <message>
        <source>Another mention of {0}</source>
        <translation>Đề cập khác của {0}</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Tăng dần</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Giảm dần</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Theo nhãn</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>Theo từ</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>Đổi vai</translation>
    </message>
    <message>
        <source>Choose a filler for {0}</source>
        <translation>Chọn đối tượng cho vai {0}</translation>
    </message>
    <message>
        <source>Choose an event above to see and fill its roles.</source>
        <translation>Chọn một sự kiện ở trên để xem và điền vai.</translation>
    </message>
    <message>
        <source>Choose from a list…</source>
        <translation>Chọn từ danh sách…</translation>
    </message>
    <message>
        <source>Coreference</source>
        <translation>Đồng quy chiếu</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Không hợp</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Hợp</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Thực thể</translation>
    </message>
    <message>
        <source>Event without a trigger…</source>
        <translation>Sự kiện không có từ kích hoạt…</translation>
    </message>
    <message>
        <source>Fill from the text</source>
        <translation>Điền từ văn bản</translation>
    </message>
    <message>
        <source>Fill {0} from the text</source>
        <translation>Điền {0} từ văn bản</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>Lọc bài</translation>
    </message>
    <message>
        <source>Filter mentions</source>
        <translation>Lọc đề cập</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>Tìm nhãn</translation>
    </message>
    <message>
        <source>From a list…</source>
        <translation>Từ danh sách…</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Đến đó</translation>
    </message>
    <message>
        <source>Group mentions</source>
        <translation>Nhóm đề cập</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Hide the guideline</source>
        <translation>Ẩn hướng dẫn</translation>
    </message>
    <message>
        <source>Show the guideline</source>
        <translation>Hiện hướng dẫn</translation>
    </message>
    <message>
        <source>No article fits. Clear the filter, or show all statuses.</source>
        <translation>Không có bài nào hợp. Xóa bộ lọc, hoặc hiện mọi trạng thái.</translation>
    </message>
    <message>
        <source>No articles yet. Drop files or folders on the window, or paste a text.</source>
        <translation>Chưa có bài nào. Thả tệp hoặc thư mục vào cửa sổ, hoặc dán văn bản.</translation>
    </message>
    <message>
        <source>No events yet. Select the words that tell of one, and press an event's key.</source>
        <translation>Chưa có sự kiện. Chọn từ nói về một sự kiện rồi bấm phím của nó.</translation>
    </message>
    <message>
        <source>No guideline is written for this label.</source>
        <translation>Nhãn này chưa có hướng dẫn.</translation>
    </message>
    <message>
        <source>No label is called so.</source>
        <translation>Không có nhãn nào tên như vậy.</translation>
    </message>
    <message>
        <source>No mention is written so. Clear the filter to see all.</source>
        <translation>Không có đề cập nào viết như vậy. Xóa bộ lọc để xem tất cả.</translation>
    </message>
    <message>
        <source>Not every filler is as the tagset wants it.</source>
        <translation>Có đối tượng chưa đúng với bộ nhãn.</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Không có gì tên như vậy.</translation>
    </message>
    <message>
        <source>Nothing is tagged yet. Select words in the text and press a label's key.</source>
        <translation>Chưa gán nhãn gì. Chọn từ trong văn bản rồi bấm phím của nhãn.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open an article to see its events.</source>
        <translation>Mở một bài để xem sự kiện.</translation>
    </message>
    <message>
        <source>Open an article to see its mentions.</source>
        <translation>Mở một bài để xem đề cập.</translation>
    </message>
    <message>
        <source>Order added</source>
        <translation>Lúc thêm</translation>
    </message>
    <message>
        <source>Point at a label to read what it is for.</source>
        <translation>Trỏ vào một nhãn để đọc công dụng.</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Quan hệ</translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation>Bỏ khỏi dự án</translation>
    </message>
    <message>
        <source>Role {0}, fillers: {1}, {2}</source>
        <translation>Vai {0}, {1} đối tượng, {2}</translation>
    </message>
    <message>
        <source>Roles of the event</source>
        <translation>Các vai của sự kiện</translation>
    </message>
    <message>
        <source>Roles still to be filled: {0}</source>
        <translation>Vai còn phải điền: {0}</translation>
    </message>
    <message>
        <source>Set status</source>
        <translation>Đặt trạng thái</translation>
    </message>
    <message>
        <source>Show by status</source>
        <translation>Lọc theo trạng thái</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sắp xếp</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>The frame is complete.</source>
        <translation>Khung đã đủ.</translation>
    </message>
    <message>
        <source>The tagset has no events.</source>
        <translation>Bộ nhãn không có sự kiện.</translation>
    </message>
    <message>
        <source>The tagset has no labels yet. Add some in its editor.</source>
        <translation>Bộ nhãn chưa có nhãn. Thêm trong trình sửa bộ nhãn.</translation>
    </message>
    <message>
        <source>The tagset has no such event.</source>
        <translation>Bộ nhãn không có sự kiện này.</translation>
    </message>
    <message>
        <source>The whole article</source>
        <translation>Cả bài</translation>
    </message>
    <message>
        <source>There is nothing to choose from yet. Tag some words first.</source>
        <translation>Chưa có gì để chọn. Hãy gán nhãn trước.</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Việc gì đã xảy ra?</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>bất kỳ</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>ít nhất {0}</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>nhiều nhất {0}</translation>
    </message>
    <message>
        <source>key {0}</source>
        <translation>phím {0}</translation>
    </message>
    <message>
        <source>may be left out</source>
        <translation>có thể bỏ trống</translation>
    </message>
    <message>
        <source>no trigger</source>
        <translation>không có từ kích hoạt</translation>
    </message>
    <message>
        <source>not a role of {0}</source>
        <translation>không phải vai của {0}</translation>
    </message>
    <message>
        <source>the whole article</source>
        <translation>cả bài</translation>
    </message>
    <message>
        <source>{0} does not fit: {1}</source>
        <translation>{0} không hợp: {1}</translation>
    </message>
    <message>
        <source>{0} from {1}: the other end</source>
        <translation>{0} từ {1}: đầu kia</translation>
    </message>
    <message>
        <source>{0} in this article</source>
        <translation>{0} trong bài này</translation>
    </message>
    <message>
        <source>{0} more needed</source>
        <translation>còn thiếu {0}</translation>
    </message>
    <message>
        <source>{0} too many</source>
        <translation>thừa {0}</translation>
    </message>
    <message>
        <source>{0}, mentions: {1}</source>
        <translation>{0}, {1} đề cập</translation>
    </message>
    <message>
        <source>{0}, {1}, {2}, entities: {3}, events: {4}</source>
        <translation>{0}, {1}, {2}, thực thể: {3}, sự kiện: {4}</translation>
    </message>
    <message>
        <source>{0}: choose it in the text, or end with Escape.</source>
        <translation>{0}: chọn trong văn bản, hoặc bấm Escape để thôi.</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Một tệp…</translation>
    </message>
    <message>
        <source>A label of entities</source>
        <translation>Nhãn thực thể</translation>
    </message>
    <message>
        <source>A label of events</source>
        <translation>Nhãn sự kiện</translation>
    </message>
    <message>
        <source>A label of relations</source>
        <translation>Nhãn quan hệ</translation>
    </message>
    <message>
        <source>A label of whole articles</source>
        <translation>Nhãn cho cả bài</translation>
    </message>
    <message>
        <source>An attribute</source>
        <translation>Thuộc tính</translation>
    </message>
    <message>
        <source>Annotations that are removed: {0}</source>
        <translation>Số chú giải bị bỏ: {0}</translation>
    </message>
    <message>
        <source>Annotations that change: {0}</source>
        <translation>Số chú giải thay đổi: {0}</translation>
    </message>
    <message>
        <source>Any text</source>
        <translation>Văn bản bất kỳ</translation>
    </message>
    <message>
        <source>Articles concerned: {0}</source>
        <translation>Số bài liên quan: {0}</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Ít nhất</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Nhiều nhất</translation>
    </message>
    <message>
        <source>Attribute, as exported</source>
        <translation>Thuộc tính, như khi xuất</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Thuộc tính</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Nằm dưới</translation>
    </message>
    <message>
        <source>Change them</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Chọn màu</translation>
    </message>
    <message>
        <source>Choose a label in the list to change it, or add one. Every change is made at once, over the whole project, and can be undone.</source>
        <translation>Chọn một nhãn trong danh sách để sửa, hoặc thêm nhãn mới. Mỗi thay đổi được thực hiện ngay trên toàn dự án và có thể hoàn tác.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Delete (Delete)</source>
        <translation>Xóa (Delete)</translation>
    </message>
    <message>
        <source>Filled by (none ticked: anything)</source>
        <translation>Điền bằng (không chọn: bất kỳ)</translation>
    </message>
    <message>
        <source>From (none ticked: anything)</source>
        <translation>Từ (không chọn: bất kỳ)</translation>
    </message>
    <message>
        <source>Guideline, in Markdown</source>
        <translation>Hướng dẫn, bằng Markdown</translation>
    </message>
    <message>
        <source>Holds in both directions</source>
        <translation>Đúng theo cả hai chiều</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>Khi hiển thị</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Vào nhãn</translation>
    </message>
    <message>
        <source>It has all the labels that are in use. Annotations stay as they are.</source>
        <translation>Bộ nhãn này có mọi nhãn đang dùng. Các chú giải giữ nguyên.</translation>
    </message>
    <message>
        <source>It lacks labels that are in use: {0}
Annotations with them stay, and are shown as problems: {1}</source>
        <translation>Bộ nhãn này thiếu các nhãn đang dùng: {0}
Các chú giải mang nhãn đó được giữ lại và hiện thành vấn đề: {1}</translation>
    </message>
    <message>
        <source>Keep the annotations; they are shown as problems</source>
        <translation>Giữ các chú giải; chúng hiện thành vấn đề</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Label, as exported</source>
        <translation>Nhãn, như khi xuất</translation>
    </message>
    <message>
        <source>Labels and roles</source>
        <translation>Nhãn và vai</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Ngôn ngữ của văn bản</translation>
    </message>
    <message>
        <source>Locked layers that follow, and stay locked: {0}</source>
        <translation>Số lớp bị khóa cũng thay đổi theo và vẫn khóa: {0}</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>Merge into another label…</source>
        <translation>Gộp vào nhãn khác…</translation>
    </message>
    <message>
        <source>Merge the label {0} into another one</source>
        <translation>Gộp nhãn {0} vào nhãn khác</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Chuyển xuống</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Chuyển xuống (Alt+Xuống)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Chuyển lên</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Chuyển lên (Alt+Lên)</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Tên tiếng Anh</translation>
    </message>
    <message>
        <source>Name in Vietnamese</source>
        <translation>Tên tiếng Việt</translation>
    </message>
    <message>
        <source>Name of the tagset</source>
        <translation>Tên bộ nhãn</translation>
    </message>
    <message>
        <source>No annotation changes.</source>
        <translation>Không chú giải nào thay đổi.</translation>
    </message>
    <message>
        <source>On the labels (none ticked: every label)</source>
        <translation>Trên các nhãn (không chọn: mọi nhãn)</translation>
    </message>
    <message>
        <source>One of these values</source>
        <translation>Một trong các giá trị</translation>
    </message>
    <message>
        <source>Open a tagset</source>
        <translation>Mở bộ nhãn</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Bấm một phím</translation>
    </message>
    <message>
        <source>Remove the annotations, too</source>
        <translation>Bỏ cả các chú giải</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Thay</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Thay bằng</translation>
    </message>
    <message>
        <source>Replace the tagset by “{0}”?</source>
        <translation>Thay bộ nhãn bằng “{0}”?</translation>
    </message>
    <message>
        <source>Role, as exported</source>
        <translation>Vai, như khi xuất</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Các vai</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Lưu thành tệp…</translation>
    </message>
    <message>
        <source>Save the tagset</source>
        <translation>Lưu bộ nhãn</translation>
    </message>
    <message>
        <source>Take it from the annotations, too</source>
        <translation>Bỏ khỏi cả các chú giải</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Kiểu giá trị</translation>
    </message>
    <message>
        <source>The tagset itself</source>
        <translation>Bộ nhãn</translation>
    </message>
    <message>
        <source>To (none ticked: anything)</source>
        <translation>Đến (không chọn: bất kỳ)</translation>
    </message>
    <message>
        <source>Value to begin with</source>
        <translation>Giá trị ban đầu</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Các giá trị</translation>
    </message>
    <message>
        <source>What is in the tagset</source>
        <translation>Nội dung bộ nhãn</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Có hoặc không</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>không giới hạn</translation>
    </message>
    <message>
        <source>from the palette</source>
        <translation>theo bảng màu</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>vi, en…</source>
        <translation>vi, en…</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>Add a mention</source>
        <translation>Thêm đề cập</translation>
    </message>
    <message>
        <source>Add a mention of {0}</source>
        <translation>Thêm đề cập của {0}</translation>
    </message>
    <message>
        <source>Add a relation</source>
        <translation>Thêm quan hệ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Came with an import</source>
        <translation>Có từ khi nhập</translation>
    </message>
    <message>
        <source>Cancel it and close</source>
        <translation>Hủy việc ấy và đóng</translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>Đổi nhãn</translation>
    </message>
    <message>
        <source>Changed by {0}, {1}</source>
        <translation>{0} sửa, {1}</translation>
    </message>
    <message>
        <source>Made by {0}, {1}</source>
        <translation>{0} tạo, {1}</translation>
    </message>
    <message>
        <source>Choose a label</source>
        <translation>Chọn nhãn</translation>
    </message>
    <message>
        <source>Choose another label</source>
        <translation>Chọn nhãn khác</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Thực thể</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Quan hệ</translation>
    </message>
    <message>
        <source>Fill which role?</source>
        <translation>Điền vai nào?</translation>
    </message>
    <message>
        <source>Fragments</source>
        <translation>Các mảnh</translation>
    </message>
    <message>
        <source>From which mention?</source>
        <translation>Từ đề cập nào?</translation>
    </message>
    <message>
        <source>Go back to here</source>
        <translation>Trở lại bước này</translation>
    </message>
    <message>
        <source>Go to the first end</source>
        <translation>Đến đầu thứ nhất</translation>
    </message>
    <message>
        <source>Go to the second end</source>
        <translation>Đến đầu thứ hai</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Label of the article</source>
        <translation>Nhãn của cả bài</translation>
    </message>
    <message>
        <source>No problems: all is as the tagset wants it.</source>
        <translation>Không có vấn đề: mọi thứ đúng theo bộ nhãn.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Nothing was done here yet. Each step you take will be listed.</source>
        <translation>Chưa có thao tác nào ở đây. Mỗi bước bạn làm sẽ được liệt kê.</translation>
    </message>
    <message>
        <source>Open an article to link what is tagged in it.</source>
        <translation>Mở một bài để liên kết những gì đã gán nhãn.</translation>
    </message>
    <message>
        <source>Open an article to see its problems.</source>
        <translation>Mở một bài để xem vấn đề.</translation>
    </message>
    <message>
        <source>Open an article to see what was done in it.</source>
        <translation>Mở một bài để xem những gì đã làm.</translation>
    </message>
    <message>
        <source>Overview of the article</source>
        <translation>Toàn cảnh bài</translation>
    </message>
    <message>
        <source>Proposed by {0}</source>
        <translation>Do {0} gợi ý</translation>
    </message>
    <message>
        <source>Redone: {0}</source>
        <translation>Làm lại: {0}</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Hoàn tác: {0}</translation>
    </message>
    <message>
        <source>Say that two mentions are the same</source>
        <translation>Nối hai đề cập cùng chỉ một đối tượng</translation>
    </message>
    <message>
        <source>Select something tagged to see its label, attributes and note.</source>
        <translation>Chọn một chú giải để xem nhãn, thuộc tính và ghi chú.</translation>
    </message>
    <message>
        <source>Show how it was then</source>
        <translation>Xem lại lúc ấy</translation>
    </message>
    <message>
        <source>Something went wrong: {0}. It is written down in {1}.</source>
        <translation>Có lỗi: {0}. Chi tiết được ghi trong {1}.</translation>
    </message>
    <message>
        <source>Take this part out</source>
        <translation>Bỏ phần này</translation>
    </message>
    <message>
        <source>The tagset has no relations.</source>
        <translation>Bộ nhãn không có quan hệ.</translation>
    </message>
    <message>
        <source>The tagset has nothing to choose from here.</source>
        <translation>Bộ nhãn không có gì để chọn ở đây.</translation>
    </message>
    <message>
        <source>What is it there?</source>
        <translation>Giữ vai gì ở đó?</translation>
    </message>
    <message>
        <source>Which mention has another one?</source>
        <translation>Đề cập nào cần nối với đề cập khác?</translation>
    </message>
    <message>
        <source>Which relation?</source>
        <translation>Quan hệ nào?</translation>
    </message>
    <message>
        <source>Write what others should know about it.</source>
        <translation>Viết điều người khác nên biết.</translation>
    </message>
    <message>
        <source>You are looking at the past.</source>
        <translation>Bạn đang xem quá khứ.</translation>
    </message>
    <message>
        <source>not in the tagset</source>
        <translation>không có trong bộ nhãn</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>chưa đặt</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>đã hoàn tác</translation>
    </message>
    <message>
        <source>various</source>
        <translation>nhiều giá trị</translation>
    </message>
    <message>
        <source>{0} (default)</source>
        <translation>{0} (mặc định)</translation>
    </message>
    <message>
        <source>{0} (not allowed)</source>
        <translation>{0} (không được phép)</translation>
    </message>
    <message>
        <source>{0} (not in the tagset)</source>
        <translation>{0} (không có trong bộ nhãn)</translation>
    </message>
    <message>
        <source>{0} annotations</source>
        <translation>{0} chú giải</translation>
    </message>
    <message>
        <source>{0} is not finished yet.</source>
        <translation>Chưa xong: {0}.</translation>
    </message>
    <message>
        <source>Article: {0}</source>
        <translation>Bài: {0}</translation>
    </message>
    <message>
        <source>To look at: {0}.</source>
        <translation>Cần xem lại: {0}.</translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation>Thêm bài</translation>
    </message>
    <message>
        <source>Add it to the tagset</source>
        <translation>Thêm vào bộ nhãn</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>Tự nhận ra</translation>
    </message>
    <message>
        <source>Keep it, as a problem</source>
        <translation>Giữ nguyên, coi là vấn đề</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Đang xem các tệp</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang xem…</translation>
    </message>
    <message>
        <source>New labels</source>
        <translation>Nhãn mới</translation>
    </message>
    <message>
        <source>No file that can be read.</source>
        <translation>Không có tệp nào đọc được.</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Đã nhận ra</translation>
    </message>
    <message>
        <source>There is no article in what you chose.</source>
        <translation>Không có bài nào trong những gì đã chọn.</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem lại</translation>
    </message>
    <message>
        <source>{0}: files: {1}; {2}</source>
        <translation>{0}: số tệp: {1}; {2}</translation>
    </message>
    <message>
        <source>It begins so</source>
        <translation>Phần đầu sẽ như sau</translation>
    </message>
    <message>
        <source>Of the first articles is left out: {0}.</source>
        <translation>Với các bài đầu, bị bỏ lại: {0}.</translation>
    </message>
    <message>
        <source>Preparing a preview</source>
        <translation>Đang chuẩn bị bản xem trước</translation>
    </message>
    <message>
        <source>This format is no text.</source>
        <translation>Định dạng này không phải văn bản.</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Không có gì để xem.</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Tìm trong bài</translation>
    </message>
    <message>
        <source>Find in the article…</source>
        <translation>Tìm trong bài…</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Kết quả tiếp theo</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Kết quả trước</translation>
    </message>
    <message>
        <source>Capitals matter</source>
        <translation>Phân biệt chữ hoa</translation>
    </message>
    <message>
        <source>Letters without diacritics find only these</source>
        <translation>Chữ không dấu chỉ tìm chữ không dấu</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Nguyên từ</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Biểu thức chính quy</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>Hits: {0}</source>
        <translation>Số kết quả: {0}</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Các kết quả</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>Theo bài</translation>
    </message>
    <message>
        <source>By the hit</source>
        <translation>Theo kết quả</translation>
    </message>
    <message>
        <source>By the words after</source>
        <translation>Theo từ phía sau</translation>
    </message>
    <message>
        <source>By the words before</source>
        <translation>Theo từ phía trước</translation>
    </message>
    <message>
        <source>Changed: {0}.</source>
        <translation>Đã đổi: {0}.</translation>
    </message>
    <message>
        <source>Hits left as they are: {0} ({1})</source>
        <translation>Số kết quả giữ nguyên: {0} ({1})</translation>
    </message>
    <message>
        <source>Find in all articles: words, entity:PER, …</source>
        <translation>Tìm trong mọi bài: từ, entity:PER, …</translation>
    </message>
    <message>
        <source>Find in all articles…</source>
        <translation>Tìm trong mọi bài…</translation>
    </message>
    <message>
        <source>Hits: {0} · articles: {1} of {2}</source>
        <translation>Kết quả: {0} · bài: {1} / {2}</translation>
    </message>
    <message>
        <source>Hits: {0}, ticked: {1}</source>
        <translation>Kết quả: {0}, đã chọn: {1}</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Không tìm thấy gì.</translation>
    </message>
    <message>
        <source>Order of the hits</source>
        <translation>Thứ tự kết quả</translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation>Đang hủy</translation>
    </message>
    <message>
        <source>Count the labels</source>
        <translation>Đếm các nhãn</translation>
    </message>
    <message>
        <source>Prepare the changes</source>
        <translation>Chuẩn bị thay đổi</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Gán nhãn…</translation>
    </message>
    <message>
        <source>Tag all ticked hits</source>
        <translation>Gán nhãn mọi kết quả đã chọn</translation>
    </message>
    <message>
        <source>Relabel…</source>
        <translation>Đổi nhãn…</translation>
    </message>
    <message>
        <source>Give all ticked annotations another label</source>
        <translation>Đổi nhãn mọi chú giải đã chọn</translation>
    </message>
    <message>
        <source>Remove all ticked annotations</source>
        <translation>Xóa mọi chú giải đã chọn</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save the ticked hits as a table</source>
        <translation>Lưu kết quả đã chọn thành bảng</translation>
    </message>
    <message>
        <source>Save the hits</source>
        <translation>Lưu kết quả</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Đang tìm…</translation>
    </message>
    <message>
        <source>The first {0} hits of more</source>
        <translation>{0} kết quả đầu, còn nữa</translation>
    </message>
    <message>
        <source>There is no such label.</source>
        <translation>Không có nhãn như vậy.</translation>
    </message>
    <message>
        <source>These are annotations of several kinds: tick those of one kind.</source>
        <translation>Đây là chú giải thuộc nhiều loại: hãy chọn một loại.</translation>
    </message>
    <message>
        <source>Type words as they stand in the text, or what annotations are to be: entity:LOC, event:Meeting role:Place=Hà_Nội, entity:LOC inside event:Visit.</source>
        <translation>Gõ từ như trong văn bản, hoặc mô tả chú giải: entity:LOC, event:Meeting role:Place=Hà_Nội, entity:LOC inside event:Visit.</translation>
    </message>
    <message>
        <source>&amp;Suggestions</source>
        <translation>&amp;Gợi ý</translation>
    </message>
    <message>
        <source>A label's key, with a suggestion in focus</source>
        <translation>Phím của một nhãn, khi đang ở một gợi ý</translation>
    </message>
    <message>
        <source>A model is being trained.</source>
        <translation>Đang huấn luyện mô hình.</translation>
    </message>
    <message>
        <source>A model trained on the articles that were tagged</source>
        <translation>Mô hình học từ các bài đã gán nhãn</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Nhận tất cả</translation>
    </message>
    <message>
        <source>Accept all suggested arguments</source>
        <translation>Nhận mọi tham tố được gợi ý</translation>
    </message>
    <message>
        <source>Accept all suggested events</source>
        <translation>Nhận mọi sự kiện được gợi ý</translation>
    </message>
    <message>
        <source>Accept all suggested mentions</source>
        <translation>Nhận mọi đề cập được gợi ý</translation>
    </message>
    <message>
        <source>Accept all suggestions of the article</source>
        <translation>Nhận mọi gợi ý của bài</translation>
    </message>
    <message>
        <source>Accept it with that label</source>
        <translation>Nhận gợi ý với nhãn đó</translation>
    </message>
    <message>
        <source>Tag as the second likeliest label</source>
        <translation>Gán nhãn có khả năng thứ nhì</translation>
    </message>
    <message>
        <source>Accept the suggestion</source>
        <translation>Nhận gợi ý</translation>
    </message>
    <message>
        <source>Accept the suggestion and all as certain</source>
        <translation>Nhận gợi ý và mọi gợi ý chắc chắn không kém</translation>
    </message>
    <message>
        <source>Accept the suggestions that are certain enough</source>
        <translation>Nhận các gợi ý đủ chắc chắn</translation>
    </message>
    <message>
        <source>Add a program that suggests</source>
        <translation>Thêm chương trình gợi ý</translation>
    </message>
    <message>
        <source>Add a program…</source>
        <translation>Thêm chương trình…</translation>
    </message>
    <message>
        <source>Address or command</source>
        <translation>Địa chỉ hoặc lệnh</translation>
    </message>
    <message>
        <source>Almost certain: {0}.</source>
        <translation>Gần như chắc chắn: {0}.</translation>
    </message>
    <message>
        <source>An address (http://…) is asked as a machine-learning backend of Label Studio is; a command gets and gives our JSONL, an article a line. Your texts go to it: add only what you trust.</source>
        <translation>Địa chỉ (http://…) được hỏi như một máy chủ học máy (ML backend) của Label Studio; lệnh nhận và trả JSONL của chương trình này, mỗi bài một dòng. Văn bản của bạn được gửi đến đó: chỉ thêm những gì bạn tin cậy.</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Chương trình khác</translation>
    </message>
    <message>
        <source>Articles without suggestions, for control</source>
        <translation>Số bài không có gợi ý, để đối chứng</translation>
    </message>
    <message>
        <source>Certain enough to be accepted with others</source>
        <translation>Đủ chắc chắn để nhận cùng lúc</translation>
    </message>
    <message>
        <source>Click the label to accept it, with Ctrl all that is as certain, with the right button to refuse it; drag on to take more.</source>
        <translation>Bấm vào nhãn để nhận, giữ Ctrl để nhận cả những gợi ý chắc chắn không kém, bấm nút phải để từ chối; kéo tiếp để lấy thêm.</translation>
    </message>
    <message>
        <source>Dates, amounts, documents, titles: by rules</source>
        <translation>Ngày tháng, số lượng, văn bản, chức danh: theo quy tắc</translation>
    </message>
    <message>
        <source>Delete what was learned</source>
        <translation>Xóa những gì đã học</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>Từ điển</translation>
    </message>
    <message>
        <source>Doubtful: {0}.</source>
        <translation>Đáng ngờ: {0}.</translation>
    </message>
    <message>
        <source>Give it a name that no other suggester has.</source>
        <translation>Hãy đặt một tên chưa nguồn gợi ý nào dùng.</translation>
    </message>
    <message>
        <source>How certain a suggestion is, in percent, to be accepted with others</source>
        <translation>Gợi ý phải chắc chắn bao nhiêu phần trăm để được nhận cùng lúc</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Học máy</translation>
    </message>
    <message>
        <source>Learned from {0} articles, {1}.</source>
        <translation>Đã học từ {0} bài, {1}.</translation>
    </message>
    <message>
        <source>Least certain first</source>
        <translation>Kém chắc chắn nhất trước</translation>
    </message>
    <message>
        <source>Let it go first</source>
        <translation>Cho đứng trước</translation>
    </message>
    <message>
        <source>Remove the program</source>
        <translation>Bỏ chương trình</translation>
    </message>
    <message>
        <source>Likely: {0}.</source>
        <translation>Khả năng cao: {0}.</translation>
    </message>
    <message>
        <source>More likely than not: {0}.</source>
        <translation>Nhiều khả năng đúng hơn sai: {0}.</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>Gợi ý sau</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Nothing is learned yet: tag in two articles, and go on to a third.</source>
        <translation>Chưa học được gì: hãy gán nhãn trong hai bài rồi sang bài thứ ba.</translation>
    </message>
    <message>
        <source>Nothing is suggested here. What you tag is learned from.</source>
        <translation>Ở đây không có gợi ý nào. Chương trình học từ những gì bạn gán nhãn.</translation>
    </message>
    <message>
        <source>On this share of the articles nothing is suggested, so that one can see whether suggestions bend judgement. They are the same for everyone.</source>
        <translation>Một phần số bài, theo tỷ lệ này, không có gợi ý, để thấy gợi ý có làm lệch phán đoán hay không. Các bài đó như nhau với mọi người.</translation>
    </message>
    <message>
        <source>Open an article to see what is suggested.</source>
        <translation>Hãy mở một bài để xem gợi ý.</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>Gợi ý trước</translation>
    </message>
    <message>
        <source>Programs that may be asked for suggestions on this machine</source>
        <translation>Các chương trình được phép hỏi gợi ý trên máy này</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Refuse all suggestions of the article</source>
        <translation>Từ chối mọi gợi ý của bài</translation>
    </message>
    <message>
        <source>Refuse the suggestion</source>
        <translation>Từ chối gợi ý</translation>
    </message>
    <message>
        <source>Review the same words everywhere…</source>
        <translation>Xem lại những từ giống vậy ở mọi nơi…</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Xem lại…</translation>
    </message>
    <message>
        <source>Suggesters</source>
        <translation>Nguồn gợi ý</translation>
    </message>
    <message>
        <source>Suggesters…</source>
        <translation>Nguồn gợi ý…</translation>
    </message>
    <message>
        <source>A label’s key tags this and goes on · {0} · Esc: done</source>
        <translation>Phím nhãn: gán rồi sang tên tiếp theo · {0} · Esc: xong</translation>
    </message>
    <message>
        <source>pass it by</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>Suggestion {0} of {1}: {2}</source>
        <translation>Gợi ý {0} trong {1}: {2}</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Gợi ý</translation>
    </message>
    <message>
        <source>Suggestions are hidden here, for control.</source>
        <translation>Ở đây gợi ý được ẩn để đối chứng.</translation>
    </message>
    <message>
        <source>Suggestions are hidden on this article: it is one of those that show whether suggestions bend judgement.</source>
        <translation>Gợi ý được ẩn ở bài này: đây là một trong các bài cho thấy gợi ý có làm lệch phán đoán hay không.</translation>
    </message>
    <message>
        <source>Suggestions come from these, the upper ones first where two say the same. What is switched here is kept in the project, for everyone. Beside each label stands, for the {0} articles you worked on last, how much of what was suggested was right, and how much of what you tagged was suggested.</source>
        <translation>Gợi ý đến từ các nguồn này; nguồn ở trên đứng trước khi hai nguồn cùng gợi ý một điều. Những gì bật tắt ở đây được giữ trong dự án, cho mọi người. Bên cạnh mỗi nhãn, tính trên {0} bài bạn làm gần nhất, là tỷ lệ gợi ý đúng và tỷ lệ chú giải của bạn đã được gợi ý trước.</translation>
    </message>
    <message>
        <source>Suggestions: {0}</source>
        <translation>Gợi ý: {0}</translation>
    </message>
    <message>
        <source>Tag here</source>
        <translation>Gán nhãn ở đây</translation>
    </message>
    <message>
        <source>Tag the same words in this article</source>
        <translation>Gán nhãn những từ giống vậy trong bài này</translation>
    </message>
    <message>
        <source>Tag all ticked ({0})</source>
        <translation>Gán nhãn {0} chỗ</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Đánh dấu tất cả</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Bỏ đánh dấu tất cả</translation>
    </message>
    <message>
        <source>Tick the places that are to be tagged so. Ctrl+Z takes all of them back in one step.</source>
        <translation>Đánh dấu những chỗ cần gán nhãn như vậy. Ctrl+Z hoàn tác tất cả trong một bước.</translation>
    </message>
    <message>
        <source>Train now</source>
        <translation>Huấn luyện ngay</translation>
    </message>
    <message>
        <source>Whether the least certain suggestion comes first</source>
        <translation>Gợi ý kém chắc chắn nhất có đến trước hay không</translation>
    </message>
    <message>
        <source>Words that were tagged before, and words from lists</source>
        <translation>Những từ đã gán nhãn, và từ trong danh sách</translation>
    </message>
    <message>
        <source>found {0} %</source>
        <translation>tìm được {0} %</translation>
    </message>
    <message>
        <source>now {0}</source>
        <translation>hiện là {0}</translation>
    </message>
    <message>
        <source>right {0} %</source>
        <translation>đúng {0} %</translation>
    </message>
    <message>
        <source>tagged otherwise: {0}</source>
        <translation>mang nhãn khác ở {0} chỗ</translation>
    </message>
    <message>
        <source>{0} elsewhere (articles: {1})</source>
        <translation>{0} trong {1} bài khác</translation>
    </message>
    <message>
        <source>{0} more in this article</source>
        <translation>{0} chỗ nữa trong bài này</translation>
    </message>
    <message>
        <source>“{0}” as {1}</source>
        <translation>“{0}” là {1}</translation>
    </message>
    <message>
        <source>Least certain article</source>
        <translation>Bài kém chắc chắn nhất</translation>
    </message>
    <message>
        <source>Article with the most new words</source>
        <translation>Bài có nhiều từ mới nhất</translation>
    </message>
    <message>
        <source>Article most like this one</source>
        <translation>Bài giống bài này nhất</translation>
    </message>
    <message>
        <source>A pattern takes too long. Make it simpler.</source>
        <translation>Một mẫu mất quá nhiều thời gian. Hãy làm nó đơn giản hơn.</translation>
    </message>
    <message>
        <source>Found in the open article</source>
        <translation>Tìm được trong bài đang mở</translation>
    </message>
    <message>
        <source>Patterns of the project</source>
        <translation>Mẫu của dự án</translation>
    </message>
    <message>
        <source>Patterns…</source>
        <translation>Mẫu…</translation>
    </message>
    <message>
        <source>Rules in TOML go before those that come with the program: each [[rule]] has a name, labels and a pattern, a regular expression in which spaces count for nothing.</source>
        <translation>Quy tắc viết bằng TOML đứng trước những quy tắc có sẵn trong chương trình: mỗi [[rule]] có name, labels và pattern, một biểu thức chính quy trong đó dấu cách không có nghĩa gì.</translation>
    </message>
    <message>
        <source>These rules find nothing in the open article.</source>
        <translation>Các quy tắc này không tìm được gì trong bài đang mở.</translation>
    </message>
    <message>
        <source>Finish the article, and go on</source>
        <translation>Xong bài này, sang bài tiếp</translation>
    </message>
    <message>
        <source>Next unfinished article</source>
        <translation>Bài chưa xong tiếp theo</translation>
    </message>
    <message>
        <source>Previous unfinished article</source>
        <translation>Bài chưa xong phía trước</translation>
    </message>
    <message>
        <source>Go to an article by number or id…</source>
        <translation>Đến một bài theo số thứ tự hoặc mã…</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>Thống kê…</translation>
    </message>
    <message>
        <source>Agreement…</source>
        <translation>Mức đồng thuận…</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Thống kê</translation>
    </message>
    <message>
        <source>One alone</source>
        <translation>Chỉ một người</translation>
    </message>
    <message>
        <source>Kappa, alpha</source>
        <translation>Kappa, alpha</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Mức đồng thuận</translation>
    </message>
    <message>
        <source>Articles that both have</source>
        <translation>Bài mà cả hai đã</translation>
    </message>
    <message>
        <source>begun or finished</source>
        <translation>bắt đầu hoặc làm xong</translation>
    </message>
    <message>
        <source>begun or finished, curated too</source>
        <translation>bắt đầu hoặc làm xong, kể cả bản đã thống nhất</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>làm xong</translation>
    </message>
    <message>
        <source>Compared: {0}   Read by one alone: {1}   Alpha: {2}</source>
        <translation>Đã so sánh: {0}   Chỉ một người đọc: {1}   Alpha: {2}</translation>
    </message>
    <message>
        <source>Overlapping</source>
        <translation>Chồng nhau</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Chỗ</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Từ kích hoạt</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cụm đồng quy chiếu</translation>
    </message>
    <message>
        <source>Document labels</source>
        <translation>Nhãn cả bài</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>F1: the share of what the one has that the other has, too: 1 is all, 0 nothing. Mentions need the same place and label, overlapping ones the label and a character in common, places no label. Kappa (of two) and alpha (of all) go by the labels of syllables, and take off what chance would give: from 0.8 on they are held to be reliable, from 0.67 on tentatively so. A dash: not defined.</source>
        <translation>F1: phần trong những gì người này có mà người kia cũng có: 1 là giống hết, 0 là không giống gì. Đề cập phải cùng chỗ và cùng nhãn; chồng nhau: cùng nhãn và chung ít nhất một ký tự; chỗ: không xét nhãn. Kappa (của hai người) và alpha (của tất cả) xét nhãn của từng âm tiết và trừ đi phần do ngẫu nhiên: từ 0,8 được coi là tin cậy, từ 0,67 là tạm tin cậy. Dấu gạch: không xác định.</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Cặp</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Cả hai</translation>
    </message>
    <message>
        <source>F1, looser</source>
        <translation>F1 nới lỏng</translation>
    </message>
    <message>
        <source>Looser: mentions that overlap, a trigger's words, what fills a role whichever, the ends of a relation, and of clusters B³: how much of its cluster a mention has by both.</source>
        <translation>Nới lỏng: đề cập chồng nhau, chỗ của từ kích hoạt, đối tượng điền vai bất kể vai nào, hai đầu của quan hệ; với cụm là B³: mỗi đề cập có chung bao nhiêu phần cụm của nó.</translation>
    </message>
    <message>
        <source>Nothing is annotated in these articles.</source>
        <translation>Chưa có chú giải nào trong các bài này.</translation>
    </message>
    <message>
        <source>Mentions at the same place that the two gave different labels.</source>
        <translation>Đề cập cùng chỗ mà hai người gán nhãn khác nhau.</translation>
    </message>
    <message>
        <source>Wherever two tagged the same place, they gave it the same label.</source>
        <translation>Ở đâu hai người cùng gán một chỗ thì đều gán cùng nhãn.</translation>
    </message>
    <message>
        <source>Confused labels</source>
        <translation>Nhãn bị lẫn</translation>
    </message>
    <message>
        <source>Same value</source>
        <translation>Cùng giá trị</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Thuộc tính</translation>
    </message>
    <message>
        <source>Of annotations that both have: how many have the same value.</source>
        <translation>Trong các chú giải cả hai cùng có: bao nhiêu có cùng giá trị.</translation>
    </message>
    <message>
        <source>No annotation that two have in common has an attribute.</source>
        <translation>Không chú giải chung nào của hai người có thuộc tính.</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Giống</translation>
    </message>
    <message>
        <source>Annotations that one of two has, and that both have, summed over all pairs. Enter opens the article.</source>
        <translation>Chú giải chỉ một trong hai người có, và cả hai cùng có, cộng qua mọi cặp. Enter mở bài.</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Từ kích hoạt</translation>
    </message>
    <message>
        <source>Event without trigger</source>
        <translation>Sự kiện không có từ kích hoạt</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Đề cập</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Mọi cặp</translation>
    </message>
    <message>
        <source>Shown are the first {0} of {1} articles.</source>
        <translation>Hiện {0} trên {1} bài.</translation>
    </message>
    <message>
        <source>Only {0}</source>
        <translation>Chỉ {0}</translation>
    </message>
    <message>
        <source>Label by the one</source>
        <translation>Nhãn của người này</translation>
    </message>
    <message>
        <source>Label by the other</source>
        <translation>Nhãn của người kia</translation>
    </message>
    <message>
        <source>Label by {0}</source>
        <translation>Nhãn của {0}</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Đang đếm</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Chép bảng</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Lưu thành CSV…</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Lưu thành CSV</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Đếm lại</translation>
    </message>
    <message>
        <source>The counting was stopped.</source>
        <translation>Việc đếm đã dừng.</translation>
    </message>
    <message>
        <source>Syllables: {0}   Mentions: {1}   Per 1,000 syllables read: {2}</source>
        <translation>Âm tiết: {0}   Đề cập: {1}   Trên 1.000 âm tiết đã đọc: {2}</translation>
    </message>
    <message>
        <source>The table was saved as {0}.</source>
        <translation>Đã lưu bảng vào {0}.</translation>
    </message>
    <message>
        <source>Per 1,000 syllables read</source>
        <translation>Trên 1.000 âm tiết đã đọc</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Số lần</translation>
    </message>
    <message>
        <source>Frequent words</source>
        <translation>Từ hay gặp</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>Độ dài</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Của</translation>
    </message>
    <message>
        <source>There is no article yet.</source>
        <translation>Chưa có bài nào.</translation>
    </message>
    <message>
        <source>Mean {0}, median {1} syllables.</source>
        <translation>Trung bình {0}, trung vị {1} âm tiết.</translation>
    </message>
    <message>
        <source>Syllables</source>
        <translation>Âm tiết</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>In how many sentences both labels stand; a label with itself: sentences that have it more than once.</source>
        <translation>Số câu có cả hai nhãn; một nhãn với chính nó: số câu có nhãn ấy hơn một lần.</translation>
    </message>
    <message>
        <source>No sentence has two annotations yet.</source>
        <translation>Chưa có câu nào có hai chú giải.</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Cùng câu</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Đã điền</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Trống</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Tham tố</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Bắt buộc</translation>
    </message>
    <message>
        <source>No event with roles is annotated yet.</source>
        <translation>Chưa có sự kiện nào có vai được chú giải.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Người chú giải</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>Lần sửa</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Bớt</translation>
    </message>
    <message>
        <source>Set to done</source>
        <translation>Đánh dấu xong</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Vẽ</translation>
    </message>
    <message>
        <source>Nothing was edited yet.</source>
        <translation>Chưa có gì được sửa.</translation>
    </message>
    <message>
        <source>Nothing is annotated yet. Tag words in an article, and their figures stand here.</source>
        <translation>Chưa có gì được chú giải. Hãy gán nhãn cho từ trong bài, số liệu sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Picture of the table beside: {0}</source>
        <translation>Hình vẽ của bảng bên cạnh: {0}</translation>
    </message>
    <message>
        <source>Drawn are the first {0} of {1} rows.</source>
        <translation>Chỉ vẽ {0} hàng đầu trong {1} hàng.</translation>
    </message>
    <message>
        <source>Write {0} changes</source>
        <translation>Ghi {0} thay đổi</translation>
    </message>
    <message>
        <source>Keep the word lists</source>
        <translation>Lưu các danh sách từ</translation>
    </message>
    <message>
        <source>Take back many changes</source>
        <translation>Hoàn tác nhiều thay đổi</translation>
    </message>
    <message>
        <source>Make many changes again</source>
        <translation>Làm lại nhiều thay đổi</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Only one layer on “{0}” can be the curated one: that of {2} is, not that of {1}.</source>
        <translation>Chỉ một lớp trên “{0}” là bản đã thống nhất: đó là lớp của {2}, không phải của {1}.</translation>
    </message>
    <message>
        <source>Your layers are the curated ones as long as you curate: stop that first.</source>
        <translation>Khi bạn đang thống nhất, các lớp của bạn là bản đã thống nhất: hãy tắt việc đó trước.</translation>
    </message>
    <message>
        <source>Only one layer can be the curated one: that of {0} is, here.</source>
        <translation>Chỉ một lớp là bản đã thống nhất: ở đây là lớp của {0}.</translation>
    </message>
    <message>
        <source>None of these is surer than another one: choose one yourself.</source>
        <translation>Không gợi ý nào chắc hơn gợi ý kia: hãy tự chọn một.</translation>
    </message>
    <message>
        <source>{0}; {1}; not {2}.</source>
        <translation>{0}; {1}; {2} thì không.</translation>
    </message>
    <message>
        <source>{0}; {1}.</source>
        <translation>{0}; {1}.</translation>
    </message>
    <message>
        <source>{0}; not {1}.</source>
        <translation>{0}; {1} thì không.</translation>
    </message>
    <message>
        <source>All who read it: {0}.</source>
        <translation>Tất cả người đã đọc: {0}.</translation>
    </message>
    <message>
        <source>Refuse {0}</source>
        <translation>Từ chối {0}</translation>
    </message>
    <message>
        <source>Accept {0}</source>
        <translation>Nhận {0}</translation>
    </message>
    <message>
        <source>JSON lines of words with tags, as PhoNER and Hugging Face have them</source>
        <translation>các dòng JSON gồm từ và thẻ, như PhoNER và Hugging Face</translation>
    </message>
    <message>
        <source>This is a project, or a file of one: export it, and add what comes out.</source>
        <translation>Đây là một dự án, hoặc một tệp của dự án: hãy xuất nó ra, rồi thêm các tệp đã xuất.</translation>
    </message>
    <message>
        <source>This is the open project: name a list of words.</source>
        <translation>Đây là dự án đang mở: hãy nêu một danh sách từ.</translation>
    </message>
    <message>
        <source>This is the open project: name a file with a tagset.</source>
        <translation>Đây là dự án đang mở: hãy nêu một tệp chứa bộ nhãn.</translation>
    </message>
    <message>
        <source>With --set or --json no tagset is printed: leave out --format.</source>
        <translation>Với --set hoặc --json, bộ nhãn không được in ra: hãy bỏ --format.</translation>
    </message>
    <message>
        <source>its objects have {0} and {1}</source>
        <translation>các đối tượng trong đó có {0} và {1}</translation>
    </message>
    <message>
        <source>{0} has numbers, and the file does not say which labels they stand for: write the tags themselves (B-LOC, I-LOC, O).</source>
        <translation>{0} chứa các con số, và tệp không nói chúng ứng với nhãn nào: hãy ghi chính các thẻ (B-LOC, I-LOC, O).</translation>
    </message>
    <message>
        <source>{0} has {1} items, but {2} has {3}: each word needs one tag.</source>
        <translation>{0} có {1} mục, nhưng {2} có {3}: mỗi từ cần một thẻ.</translation>
    </message>
    <message>
        <source>{0} on {1}, since {2}</source>
        <translation>{0} trên máy {1}, từ {2}</translation>
    </message>
    <message>
        <source>by another program</source>
        <translation>trong một chương trình khác</translation>
    </message>
    <message>
        <source>There is no label {0} in the tagset.</source>
        <translation>Bộ nhãn không có nhãn {0}.</translation>
    </message>
    <message>
        <source>There is no entity label {0} in the tagset.</source>
        <translation>Bộ nhãn không có nhãn thực thể {0}.</translation>
    </message>
    <message>
        <source>There is no event label {0} in the tagset.</source>
        <translation>Bộ nhãn không có nhãn sự kiện {0}.</translation>
    </message>
    <message>
        <source>There is no relation label {0} in the tagset.</source>
        <translation>Bộ nhãn không có nhãn quan hệ {0}.</translation>
    </message>
    <message>
        <source>There is no cluster label {0} in the tagset.</source>
        <translation>Bộ nhãn không có nhãn cụm {0}.</translation>
    </message>
    <message>
        <source>There is no document label {0} in the tagset.</source>
        <translation>Bộ nhãn không có nhãn bài {0}.</translation>
    </message>
    <message>
        <source>There is no role {0} in the tagset.</source>
        <translation>Bộ nhãn không có vai {0}.</translation>
    </message>
    <message>
        <source>There is no attribute {0} in the tagset.</source>
        <translation>Bộ nhãn không có thuộc tính {0}.</translation>
    </message>
    <message>
        <source>{0} was ended.</source>
        <translation>{0} đã bị dừng.</translation>
    </message>
    <message>
        <source>“{0}” was looked for in the texts. Do you mean {1}?</source>
        <translation>“{0}” được tìm trong văn bản. Có phải ý bạn là {1}?</translation>
    </message>
    <message>
        <source>No article of the list has the number or the id {0}.</source>
        <translation>Không có bài nào trong danh sách có số hay mã {0}.</translation>
    </message>
    <message>
        <source>Finish the article</source>
        <translation>Xong bài này</translation>
    </message>
    <message>
        <source>&lt;{0}&gt; has a meaning of its own: give the macro another name.</source>
        <translation>&lt;{0}&gt; đã có nghĩa riêng: hãy đặt tên khác cho macro.</translation>
    </message>
    <message>
        <source>&lt;{0}&gt; is declared nowhere above: write &lt;{0}&gt;=… in a line before.</source>
        <translation>&lt;{0}&gt; chưa được khai báo ở trên: hãy viết &lt;{0}&gt;=… ở một dòng trước đó.</translation>
    </message>
    <message>
        <source>A chain leads to a link that was in a chain already: it was cut off there.</source>
        <translation>Một chuỗi dẫn đến mắt xích đã nằm trong một chuỗi: chuỗi bị cắt tại đó.</translation>
    </message>
    <message>
        <source>A chain leads to {0}, which is not there: it was cut off.</source>
        <translation>Một chuỗi dẫn tới {0}, là mục không tồn tại: chuỗi đã bị cắt ở đó.</translation>
    </message>
    <message>
        <source>A feature structure has the id “{0}”, which is no number: left out.</source>
        <translation>Một cấu trúc đặc trưng có mã “{0}”, không phải là số: đã bỏ qua.</translation>
    </message>
    <message>
        <source>A layer needs the name of its reviewer.</source>
        <translation>Lớp chú giải phải có tên người chú giải.</translation>
    </message>
    <message>
        <source>A link of {0} does not say its chain and place, such as *-&gt;1-2: left out.</source>
        <translation>Một mắt xích của {0} không nêu chuỗi và vị trí, chẳng hạn *-&gt;1-2: đã bỏ qua.</translation>
    </message>
    <message>
        <source>A link or a device in a zip is left out.</source>
        <translation>Liên kết hoặc thiết bị trong tệp zip bị bỏ qua.</translation>
    </message>
    <message>
        <source>A link to a folder is not followed.</source>
        <translation>Không đi theo liên kết đến thư mục.</translation>
    </message>
    <message>
        <source>A mention of {0} has no id.</source>
        <translation>Một đề cập của {0} không có mã.</translation>
    </message>
    <message>
        <source>A number has too many digits.</source>
        <translation>Có số quá nhiều chữ số.</translation>
    </message>
    <message>
        <source>A project can't be without a tagset.</source>
        <translation>Dự án không thể thiếu bộ nhãn.</translation>
    </message>
    <message>
        <source>A row has more than {0} MB: is a quotation mark never closed?</source>
        <translation>Có một hàng lớn hơn {0} MB: có dấu ngoặc kép nào chưa đóng chăng?</translation>
    </message>
    <message>
        <source>A row of {0} belongs to none of {1}.</source>
        <translation>Một hàng của {0} không thuộc {1} nào.</translation>
    </message>
    <message>
        <source>A rule is a table with name, labels and pattern.</source>
        <translation>Mỗi quy tắc là một bảng có name, labels và pattern.</translation>
    </message>
    <message>
        <source>A stored annotation can't be read: {0}.</source>
        <translation>Không đọc được một chú giải đã lưu: {0}.</translation>
    </message>
    <message>
        <source>A stored change can't be read: {0}.</source>
        <translation>Không đọc được một thay đổi đã lưu: {0}.</translation>
    </message>
    <message>
        <source>A text has a NUL or half of a surrogate pair: remove it.</source>
        <translation>Văn bản có ký tự NUL hoặc nửa cặp thay thế: hãy bỏ nó đi.</translation>
    </message>
    <message>
        <source>A zip inside a zip is not opened: unpack it first.</source>
        <translation>Tệp zip nằm trong tệp zip không được mở: hãy giải nén nó trước.</translation>
    </message>
    <message>
        <source>ACE 2005: an {0} for each article, with its {1}</source>
        <translation>ACE 2005: mỗi bài một tệp {0}, kèm tệp {1}</translation>
    </message>
    <message>
        <source>Accepted: {0}</source>
        <translation>Đã nhận: {0}</translation>
    </message>
    <message>
        <source>Refused: {0}</source>
        <translation>Đã từ chối: {0}</translation>
    </message>
    <message>
        <source>Accept {0} suggestions</source>
        <translation>Nhận {0} gợi ý</translation>
    </message>
    <message>
        <source>Accept {0} “{1}”</source>
        <translation>Nhận {0} “{1}”</translation>
    </message>
    <message>
        <source>Accepted before: {0}, refused: {1}.</source>
        <translation>Trước đây đã nhận: {0}, từ chối: {1}.</translation>
    </message>
    <message>
        <source>Add the article {0}</source>
        <translation>Thêm bài {0}</translation>
    </message>
    <message>
        <source>Add the attribute {0}</source>
        <translation>Thêm thuộc tính {0}</translation>
    </message>
    <message>
        <source>Add the label {0}</source>
        <translation>Thêm nhãn {0}</translation>
    </message>
    <message>
        <source>Add {0}</source>
        <translation>Thêm {0}</translation>
    </message>
    <message>
        <source>Add {0} annotations</source>
        <translation>Thêm {0} chú giải</translation>
    </message>
    <message>
        <source>Add {0} articles</source>
        <translation>Thêm {0} bài</translation>
    </message>
    <message>
        <source>Add labels from files: {0}</source>
        <translation>Thêm nhãn từ tệp: {0}</translation>
    </message>
    <message>
        <source>Add {0} labels from files</source>
        <translation>Thêm {0} nhãn từ tệp</translation>
    </message>
    <message>
        <source>Add {0} {1}</source>
        <translation>Thêm {0} {1}</translation>
    </message>
    <message>
        <source>After the end of the array comes more, which is left out: put it inside.</source>
        <translation>Sau chỗ kết thúc của mảng còn nội dung khác, bị bỏ ra ngoài: hãy đưa nó vào trong mảng.</translation>
    </message>
    <message>
        <source>An annotation can't fill a role of its own.</source>
        <translation>Một chú giải không thể tự điền vai của chính nó.</translation>
    </message>
    <message>
        <source>An article needs an id.</source>
        <translation>Bài phải có mã.</translation>
    </message>
    <message>
        <source>Annotator's own: JSON lines with everything</source>
        <translation>định dạng riêng của Annotator: các dòng JSON, đủ mọi thứ</translation>
    </message>
    <message>
        <source>Another program changed the text or mentions since Annotator wrote them: they are read, but no events, relations, attributes or notes.</source>
        <translation>Một chương trình khác đã sửa văn bản hoặc các đề cập sau khi Annotator ghi: chúng được đọc, nhưng sự kiện, quan hệ, thuộc tính và ghi chú thì không.</translation>
    </message>
    <message>
        <source>Articles added: {0}; layers added: {1}; there already: {2}; refused: {3}.</source>
        <translation>Số bài đã thêm: {0}; lớp chú giải: {1}; đã có sẵn: {2}; bị từ chối: {3}.</translation>
    </message>
    <message>
        <source>Articles written: {0}; layers written: {1}.</source>
        <translation>Số bài đã ghi: {0}; lớp chú giải: {1}.</translation>
    </message>
    <message>
        <source>At the end something is missing: a condition, or words.</source>
        <translation>Ở cuối còn thiếu: một điều kiện hoặc từ.</translation>
    </message>
    <message>
        <source>At {0} a quotation mark is open: close it, or leave it out.</source>
        <translation>Ở vị trí {0} có dấu ngoặc kép chưa đóng: hãy đóng hoặc bỏ nó.</translation>
    </message>
    <message>
        <source>At {0} an expression is missing.</source>
        <translation>Ở vị trí {0} thiếu một biểu thức.</translation>
    </message>
    <message>
        <source>At {0} there is no word to find.</source>
        <translation>Ở vị trí {0} không có từ nào để tìm.</translation>
    </message>
    <message>
        <source>At {0}: a condition, or words, are missing here.</source>
        <translation>Ở vị trí {0}: thiếu một điều kiện hoặc từ.</translation>
    </message>
    <message>
        <source>At {0}: a value is missing behind {1}.</source>
        <translation>Ở vị trí {0}: thiếu giá trị sau {1}.</translation>
    </message>
    <message>
        <source>At {0}: conditions are nested too deep.</source>
        <translation>Ở vị trí {0}: các điều kiện lồng nhau quá sâu.</translation>
    </message>
    <message>
        <source>At {0}: no bracket is open here.</source>
        <translation>Ở vị trí {0}: không có ngoặc nào đang mở.</translation>
    </message>
    <message>
        <source>At {0}: say what annotations these are, for example entity:PER or text:word.</source>
        <translation>Ở vị trí {0}: hãy nói đó là chú giải nào, ví dụ entity:PER hoặc text:từ.</translation>
    </message>
    <message>
        <source>At {0}: the status {1} is none of {2}.</source>
        <translation>Ở vị trí {0}: trạng thái {1} không thuộc {2}.</translation>
    </message>
    <message>
        <source>At {0}: there is no field {1}. Known are {2}; put words in quotation marks to find them as they are.</source>
        <translation>Ở vị trí {0}: không có trường {1}. Có các trường {2}; hãy đặt từ trong ngoặc kép để tìm đúng như vậy.</translation>
    </message>
    <message>
        <source>At {0}: {1} needs a label, as in {1}:LABEL, or {1}:* for any.</source>
        <translation>Ở vị trí {0}: {1} cần một nhãn, như {1}:NHÃN, hoặc {1}:* cho mọi nhãn.</translation>
    </message>
    <message>
        <source>At {0}: {1} needs a name, as in {1}:name=value.</source>
        <translation>Ở vị trí {0}: {1} cần một tên, như {1}:tên=giá_trị.</translation>
    </message>
    <message>
        <source>Byte {0} (line {1}) is 0x{2}, which is not UTF-8, and of the older encodings of Vietnamese none is certain: save the text as UTF-8.</source>
        <translation>Byte {0} (dòng {1}) là 0x{2}, không phải UTF-8, và cũng không chắc là bảng mã tiếng Việt cũ nào: hãy lưu văn bản ở dạng UTF-8.</translation>
    </message>
    <message>
        <source>Byte {0} (line {1}) is 0x{2}, which is not UTF-8: save the text as UTF-8.</source>
        <translation>Byte {0} (dòng {1}) là 0x{2}, không phải UTF-8: hãy lưu văn bản ở dạng UTF-8.</translation>
    </message>
    <message>
        <source>Byte {0} (line {1}) is NUL, so this is no text: choose the text itself, saved as UTF-8.</source>
        <translation>Byte {0} (dòng {1}) là NUL, nên đây không phải văn bản: hãy chọn chính văn bản, lưu ở dạng UTF-8.</translation>
    </message>
    <message>
        <source>Byte {0} from here is 0x{1}, which is not UTF-8: save the file as UTF-8.</source>
        <translation>Byte {0} kể từ đây là 0x{1}, không phải UTF-8: hãy lưu tệp ở dạng UTF-8.</translation>
    </message>
    <message>
        <source>Byte {0} is not as UTF-16 has it: was the file cut off? Save the text as UTF-8.</source>
        <translation>Byte {0} không đúng với UTF-16: tệp bị cắt cụt chăng? Hãy lưu văn bản ở dạng UTF-8.</translation>
    </message>
    <message>
        <source>Cancelled: nothing was changed.</source>
        <translation>Đã hủy: không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Categories without a number from 0 to 1, left out: {0}; the first is {1}.</source>
        <translation>Số nhãn phân loại không có giá trị từ 0 đến 1 nên bị bỏ qua: {0}; đầu tiên là {1}.</translation>
    </message>
    <message>
        <source>Change the attribute {0}</source>
        <translation>Sửa thuộc tính {0}</translation>
    </message>
    <message>
        <source>Change the extent of {0}</source>
        <translation>Đổi phạm vi của {0}</translation>
    </message>
    <message>
        <source>Change the label {0}</source>
        <translation>Sửa nhãn {0}</translation>
    </message>
    <message>
        <source>Change the tagset</source>
        <translation>Sửa bộ nhãn</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>Sửa {0} của {1}</translation>
    </message>
    <message>
        <source>Clear {1} of {0}</source>
        <translation>Bỏ {1} của {0}</translation>
    </message>
    <message>
        <source>CoNLL-U, with mentions as NE=B-LOC in its last column</source>
        <translation>CoNLL-U, các đề cập ghi ở cột cuối, như NE=B-LOC</translation>
    </message>
    <message>
        <source>Columns that are left out: {0}. Only words and mentions are read.</source>
        <translation>Các cột bị bỏ qua: {0}. Chỉ đọc từ và đề cập.</translation>
    </message>
    <message>
        <source>Comments on single sentences, left out: {0}; the first is “{1}”.</source>
        <translation>Số dòng chú thích của từng câu bị bỏ qua: {0}; đầu tiên là “{1}”.</translation>
    </message>
    <message>
        <source>Delete the attribute {0}</source>
        <translation>Xóa thuộc tính {0}</translation>
    </message>
    <message>
        <source>Delete the label {0}</source>
        <translation>Xóa nhãn {0}</translation>
    </message>
    <message>
        <source>Delete the role {0} of {1}</source>
        <translation>Xóa vai {0} của {1}</translation>
    </message>
    <message>
        <source>Delete the value {0} of {1}</source>
        <translation>Xóa giá trị {0} của {1}</translation>
    </message>
    <message>
        <source>Documents with what is not read: {0}; the first has {1}.</source>
        <translation>Số tài liệu có phần không được đọc: {0}; đầu tiên là {1}.</translation>
    </message>
    <message>
        <source>DyGIE++: JSON lines, one article a line, by tokens</source>
        <translation>DyGIE++: các dòng JSON, mỗi dòng một bài, theo token</translation>
    </message>
    <message>
        <source>Elements are nested deeper than this format has them.</source>
        <translation>Các phần tử lồng nhau sâu hơn mức định dạng này có.</translation>
    </message>
    <message>
        <source>Entry {0} of the journal can't be read: {1}.</source>
        <translation>Không đọc được mục {0} của nhật ký: {1}.</translation>
    </message>
    <message>
        <source>Entry {0} of the journal does not fit.</source>
        <translation>Mục {0} của nhật ký không khớp.</translation>
    </message>
    <message>
        <source>Entry {0} of the journal is missing.</source>
        <translation>Thiếu mục {0} của nhật ký.</translation>
    </message>
    <message>
        <source>Entry {0} of the journal is not kept with what it changed.</source>
        <translation>Mục {0} của nhật ký không được ghi cùng với những gì nó đã thay đổi.</translation>
    </message>
    <message>
        <source>Entry {0} of the journal was made by a newer version of Annotator.</source>
        <translation>Mục {0} của nhật ký do phiên bản Annotator mới hơn tạo ra.</translation>
    </message>
    <message>
        <source>Go back to how it was after: {0}</source>
        <translation>Trở lại như sau bước: {0}</translation>
    </message>
    <message>
        <source>Hits: {0}.</source>
        <translation>Kết quả: {0}.</translation>
    </message>
    <message>
        <source>Import annotations: {0}</source>
        <translation>Nhập chú giải: {0}</translation>
    </message>
    <message>
        <source>Imported {0} annotations</source>
        <translation>Đã nhập {0} chú giải</translation>
    </message>
    <message>
        <source>date</source>
        <translation>ngày tháng</translation>
    </message>
    <message>
        <source>date in figures</source>
        <translation>ngày tháng viết bằng số</translation>
    </message>
    <message>
        <source>month or year</source>
        <translation>tháng hoặc năm</translation>
    </message>
    <message>
        <source>day that is named</source>
        <translation>ngày gọi theo tên</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>giờ trong ngày</translation>
    </message>
    <message>
        <source>money</source>
        <translation>số tiền</translation>
    </message>
    <message>
        <source>percentage</source>
        <translation>tỷ lệ phần trăm</translation>
    </message>
    <message>
        <source>quantity with a unit</source>
        <translation>số lượng có đơn vị</translation>
    </message>
    <message>
        <source>age</source>
        <translation>tuổi</translation>
    </message>
    <message>
        <source>legal document</source>
        <translation>văn bản pháp luật</translation>
    </message>
    <message>
        <source>article of a law</source>
        <translation>điều khoản của luật</translation>
    </message>
    <message>
        <source>title before a name</source>
        <translation>chức danh trước tên</translation>
    </message>
    <message>
        <source>telephone number</source>
        <translation>số điện thoại</translation>
    </message>
    <message>
        <source>Word lists</source>
        <translation>Danh sách từ</translation>
    </message>
    <message>
        <source>Word lists…</source>
        <translation>Danh sách từ…</translation>
    </message>
    <message>
        <source>The dictionary also finds the words of lists: CSV, TSV or a word a line, each with its label after a comma. A list is kept in the project; one of the same name takes its place.</source>
        <translation>Từ điển cũng tìm các từ trong danh sách: CSV, TSV hoặc mỗi dòng một từ, nhãn đứng sau dấu phẩy. Danh sách được giữ trong dự án; danh sách cùng tên sẽ thay chỗ nó.</translation>
    </message>
    <message>
        <source>There is no list yet.</source>
        <translation>Chưa có danh sách nào.</translation>
    </message>
    <message>
        <source>Label of words that have none</source>
        <translation>Nhãn cho những từ không có nhãn</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Thêm tệp…</translation>
    </message>
    <message>
        <source>Remove the list</source>
        <translation>Bỏ danh sách</translation>
    </message>
    <message>
        <source>Words: {0}</source>
        <translation>Số từ: {0}</translation>
    </message>
    <message>
        <source>Add Vietnam's places</source>
        <translation>Thêm địa danh Việt Nam</translation>
    </message>
    <message>
        <source>Choose the label above that places get.</source>
        <translation>Hãy chọn ở trên nhãn dành cho địa danh.</translation>
    </message>
    <message>
        <source>the tagset does not have: {0}</source>
        <translation>bộ nhãn không có: {0}</translation>
    </message>
    <message>
        <source>Add a word list</source>
        <translation>Thêm danh sách từ</translation>
    </message>
    <message>
        <source>It has the form of: {0}.</source>
        <translation>Có dạng: {0}.</translation>
    </message>
    <message>
        <source>It is closed.</source>
        <translation>Đầu ra đã đóng.</translation>
    </message>
    <message>
        <source>It is closed: name a file.</source>
        <translation>Đầu vào đã đóng: hãy chỉ ra một tệp.</translation>
    </message>
    <message>
        <source>It stands in the list {0}.</source>
        <translation>Có trong danh sách {0}.</translation>
    </message>
    <message>
        <source>It was refused here.</source>
        <translation>Đã bị từ chối ở đây.</translation>
    </message>
    <message>
        <source>Its name has characters that no name may have: it is left out.</source>
        <translation>Tên tệp có ký tự không được phép: tệp bị bỏ qua.</translation>
    </message>
    <message>
        <source>Its name is too long, or the zip has it twice: it is left out.</source>
        <translation>Tên tệp quá dài, hoặc xuất hiện hai lần trong tệp zip: tệp bị bỏ qua.</translation>
    </message>
    <message>
        <source>Its name leads out of the zip's folder: it is left out.</source>
        <translation>Tên tệp dẫn ra ngoài thư mục của tệp zip: tệp bị bỏ qua.</translation>
    </message>
    <message>
        <source>Label Studio's JSON: tasks with annotations and predictions</source>
        <translation>JSON của Label Studio: các tác vụ kèm chú giải và dự đoán</translation>
    </message>
    <message>
        <source>Learned from articles that are done: by its words and those around it.</source>
        <translation>Học từ các bài đã xong: theo chính nó và các từ xung quanh.</translation>
    </message>
    <message>
        <source>Lines with another number of columns than the others: {0}; the first is “{1}”.</source>
        <translation>Số dòng có số cột khác với các dòng còn lại: {0}; đầu tiên là “{1}”.</translation>
    </message>
    <message>
        <source>Lines with more columns than CoNLL-U has, left out: {0}; the first is “{1}”.</source>
        <translation>Số dòng có nhiều cột hơn CoNLL-U, phần thừa bị bỏ qua: {0}; đầu tiên là “{1}”.</translation>
    </message>
    <message>
        <source>Lists and objects are nested more than {0} levels deep.</source>
        <translation>Danh sách và đối tượng lồng nhau quá {0} tầng.</translation>
    </message>
    <message>
        <source>MAVEN: JSON lines with the events of an article, by tokens</source>
        <translation>MAVEN: các dòng JSON ghi sự kiện của từng bài, theo token</translation>
    </message>
    <message>
        <source>Made {0}.</source>
        <translation>Đã tạo {0}.</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>Tạo dự án</translation>
    </message>
    <message>
        <source>Make {0} {1} of {2}</source>
        <translation>Cho {0} làm {1} của {2}</translation>
    </message>
    <message>
        <source>Mark as curated</source>
        <translation>Đánh dấu là bản đã thống nhất</translation>
    </message>
    <message>
        <source>Mark as not curated</source>
        <translation>Bỏ đánh dấu bản đã thống nhất</translation>
    </message>
    <message>
        <source>Merge the label {0} into {1}</source>
        <translation>Gộp nhãn {0} vào {1}</translation>
    </message>
    <message>
        <source>Most of the text is in {0}, but byte {1} (line {2}) is 0x{3}, which is none of it: save the text as UTF-8.</source>
        <translation>Phần lớn văn bản dùng bảng mã {0}, nhưng byte {1} (dòng {2}) là 0x{3}, không có trong bảng mã ấy: hãy lưu văn bản ở dạng UTF-8.</translation>
    </message>
    <message>
        <source>Move the attribute {0}</source>
        <translation>Chuyển thuộc tính {0}</translation>
    </message>
    <message>
        <source>Move the label {0}</source>
        <translation>Chuyển nhãn {0}</translation>
    </message>
    <message>
        <source>Move {0} of {1} to {2}</source>
        <translation>Chuyển {0} của {1} sang {2}</translation>
    </message>
    <message>
        <source>Name the tagset</source>
        <translation>Đặt tên bộ nhãn</translation>
    </message>
    <message>
        <source>No annotation has the label {0}; in use are: {1}.</source>
        <translation>Không có chú giải nào mang nhãn {0}; các nhãn đang dùng: {1}.</translation>
    </message>
    <message>
        <source>No annotation has the label {0}: there are none yet.</source>
        <translation>Không chú giải nào có nhãn {0}: chưa có chú giải nào.</translation>
    </message>
    <message>
        <source>No article is left that is new.</source>
        <translation>Không còn bài mới nào.</translation>
    </message>
    <message>
        <source>No article is open.</source>
        <translation>Chưa mở bài nào.</translation>
    </message>
    <message>
        <source>No article was found on this page: copy its text into a file.</source>
        <translation>Không tìm thấy bài nào trên trang này: hãy chép nội dung của nó vào một tệp.</translation>
    </message>
    <message>
        <source>No column or key is called {0}: name that of the text so.</source>
        <translation>Không có cột hay khóa nào tên là {0}: hãy đặt tên như vậy cho cột chứa văn bản.</translation>
    </message>
    <message>
        <source>The words of this article are not known yet: wait a moment.</source>
        <translation>Chưa tách xong từ của bài này: hãy đợi một chút.</translation>
    </message>
    <message>
        <source>Nothing from here on looks like a name and is not tagged.</source>
        <translation>Từ đây trở đi không còn tên nào chưa gán nhãn.</translation>
    </message>
    <message>
        <source>Nothing before this looks like a name and is not tagged.</source>
        <translation>Phía trước không còn tên nào chưa gán nhãn.</translation>
    </message>
    <message>
        <source>No label is likely for these words: press a label's key.</source>
        <translation>Chưa đoán được nhãn cho những từ này: hãy bấm phím của một nhãn.</translation>
    </message>
    <message>
        <source>Not carried by {0}: {1} {2}.</source>
        <translation>{0} không giữ được: {1} {2}.</translation>
    </message>
    <message>
        <source>Nothing is suggested in this article.</source>
        <translation>Bài này không có gợi ý nào.</translation>
    </message>
    <message>
        <source>What is suggested there can't fill this.</source>
        <translation>Gợi ý ở đó không thể điền vào đây.</translation>
    </message>
    <message>
        <source>Nothing of that kind is suggested in this article.</source>
        <translation>Bài này không có gợi ý nào loại đó.</translation>
    </message>
    <message>
        <source>Nothing that is suggested in this article is so certain.</source>
        <translation>Không gợi ý nào của bài này chắc chắn đến thế.</translation>
    </message>
    <message>
        <source>Nothing was changed, for it was {0} who asked for it.</source>
        <translation>Không có gì bị thay đổi, vì người yêu cầu việc này là {0}.</translation>
    </message>
    <message>
        <source>One DocBin would be too large: export fewer articles into each file.</source>
        <translation>Một DocBin sẽ quá lớn: hãy xuất ít bài hơn vào mỗi tệp.</translation>
    </message>
    <message>
        <source>One article has more than {0} MB: split it.</source>
        <translation>Có một bài lớn hơn {0} MB: hãy chia nhỏ bài đó.</translation>
    </message>
    <message>
        <source>One line or item has more than {0} MB: split the article.</source>
        <translation>Có một dòng hoặc một phần tử lớn hơn {0} MB: hãy chia nhỏ bài.</translation>
    </message>
    <message>
        <source>One sentence has more than {0} MB: split it.</source>
        <translation>Có một câu lớn hơn {0} MB: hãy chia nhỏ câu đó.</translation>
    </message>
    <message>
        <source>OneIE: JSON lines, one sentence a line, by tokens</source>
        <translation>OneIE: các dòng JSON, mỗi dòng một câu, theo token</translation>
    </message>
    <message>
        <source>Only white space is selected: select words.</source>
        <translation>Chỉ có khoảng trắng được chọn: hãy chọn từ.</translation>
    </message>
    <message>
        <source>Opened as the least certain of {0}: {1} of {2} suggestions are doubtful.</source>
        <translation>Được mở vì kém chắc chắn nhất trong {0} bài: {1} trên {2} gợi ý đáng ngờ.</translation>
    </message>
    <message>
        <source>Opened as the most alike of {0}: it shares {1} % of the words.</source>
        <translation>Được mở vì giống nhất trong {0} bài: có chung {1} % số từ.</translation>
    </message>
    <message>
        <source>Opened as the one with the most new words of {0}: {1} % of its words stand in no article that you tagged.</source>
        <translation>Được mở vì có nhiều từ mới nhất trong {0} bài: {1} % số từ không có trong bài nào bạn đã gán nhãn.</translation>
    </message>
    <message>
        <source>Other annotations still link to {0}.</source>
        <translation>Còn chú giải khác liên kết đến {0}.</translation>
    </message>
    <message>
        <source>PDF: the text of the pages</source>
        <translation>PDF: văn bản của các trang</translation>
    </message>
    <message>
        <source>Pages without text are left out; are they scanned? {0}</source>
        <translation>Các trang không có văn bản bị bỏ qua; đó là trang quét chăng? {0}</translation>
    </message>
    <message>
        <source>Prodigy's JSON lines: spans, relations, answers</source>
        <translation>các dòng JSON của Prodigy: đề cập, quan hệ, câu trả lời</translation>
    </message>
    <message>
        <source>Refuse {0} suggestions</source>
        <translation>Từ chối {0} gợi ý</translation>
    </message>
    <message>
        <source>Refuse {0} “{1}”</source>
        <translation>Từ chối {0} “{1}”</translation>
    </message>
    <message>
        <source>Rejected in Prodigy: {0} of the tasks. Their layers are kept, with the status {1}.</source>
        <translation>Bị từ chối trong Prodigy: {0} tác vụ. Lớp của chúng được giữ lại, với trạng thái {1}.</translation>
    </message>
    <message>
        <source>Relabel {0} as {1}</source>
        <translation>Đổi nhãn {0} thành {1}</translation>
    </message>
    <message>
        <source>Relabel {0} × as {1}</source>
        <translation>Đổi nhãn {0} × thành {1}</translation>
    </message>
    <message>
        <source>Remove the article {0}</source>
        <translation>Bỏ bài {0}</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Xóa {0}</translation>
    </message>
    <message>
        <source>Remove {0} articles</source>
        <translation>Bỏ {0} bài</translation>
    </message>
    <message>
        <source>Remove {0} from {1}</source>
        <translation>Bỏ {0} khỏi {1}</translation>
    </message>
    <message>
        <source>Remove {0} ×</source>
        <translation>Xóa {0} ×</translation>
    </message>
    <message>
        <source>Rename the attribute {0} to {1}</source>
        <translation>Đổi tên thuộc tính {0} thành {1}</translation>
    </message>
    <message>
        <source>Rename the label {0} to {1}</source>
        <translation>Đổi tên nhãn {0} thành {1}</translation>
    </message>
    <message>
        <source>Rename the role {0} of {1} to {2}</source>
        <translation>Đổi tên vai {0} của {1} thành {2}</translation>
    </message>
    <message>
        <source>Rename the value {0} of {1} to {2}</source>
        <translation>Đổi tên giá trị {0} của {1} thành {2}</translation>
    </message>
    <message>
        <source>Replace the tagset by {0}</source>
        <translation>Thay bộ nhãn bằng {0}</translation>
    </message>
    <message>
        <source>Rules stand under [[rule]], parts of them under [parts].</source>
        <translation>Quy tắc nằm dưới [[rule]], các phần của chúng dưới [parts].</translation>
    </message>
    <message>
        <source>Searching finds articles that are not there: {0}.</source>
        <translation>Tìm kiếm ra những bài không tồn tại: {0}.</translation>
    </message>
    <message>
        <source>Select a mention first, then the label.</source>
        <translation>Hãy chọn một đề cập trước, rồi chọn nhãn.</translation>
    </message>
    <message>
        <source>Select the mention that gets a second part first.</source>
        <translation>Hãy chọn trước đề cập sẽ có thêm phần thứ hai.</translation>
    </message>
    <message>
        <source>Sentences whose “# text” has other words, not read: {0}; the first is “{1}”.</source>
        <translation>Số câu có “# text” chứa từ khác nên “# text” không được đọc: {0}; đầu tiên là “{1}”.</translation>
    </message>
    <message>
        <source>Set the status of {0} articles to {1}</source>
        <translation>Đặt trạng thái {1} cho {0} bài</translation>
    </message>
    <message>
        <source>Set the status to {0}</source>
        <translation>Đặt trạng thái: {0}</translation>
    </message>
    <message>
        <source>Set {1} of {0} to {2}</source>
        <translation>Đặt {1} của {0} là {2}</translation>
    </message>
    <message>
        <source>Skipped: its format is not known by content or extension. Name the format.</source>
        <translation>Đã bỏ qua: không nhận ra định dạng qua nội dung hay đuôi tên. Hãy nêu định dạng.</translation>
    </message>
    <message>
        <source>Skipped: no file of the format {0}.</source>
        <translation>Đã bỏ qua: không phải tệp định dạng {0}.</translation>
    </message>
    <message>
        <source>Skipped: {0} beside it has the annotations.</source>
        <translation>Đã bỏ qua: tệp {0} bên cạnh đã chứa các chú giải.</translation>
    </message>
    <message>
        <source>Something here can't be read: {0}.</source>
        <translation>Có chỗ ở đây không đọc được: {0}.</translation>
    </message>
    <message>
        <source>Something is still being done. Wait for it, or cancel it first.</source>
        <translation>Còn việc đang làm dở. Hãy đợi, hoặc hủy việc ấy trước.</translation>
    </message>
    <message>
        <source>Spans outside their document, left out: {0}; the first is {1}.</source>
        <translation>Số đoạn nằm ngoài tài liệu bị bỏ qua: {0}; đầu tiên là {1}.</translation>
    </message>
    <message>
        <source>Standard output is closed: name a file.</source>
        <translation>Đầu ra chuẩn đã đóng: hãy chỉ ra một tệp.</translation>
    </message>
    <message>
        <source>Standard output takes the export or the report: leave out --json.</source>
        <translation>Đầu ra chuẩn chỉ nhận bản xuất hoặc báo cáo: hãy bỏ --json.</translation>
    </message>
    <message>
        <source>Stretches of {0} overlap: they were joined.</source>
        <translation>Các đoạn của {0} chồng lên nhau: đã được gộp lại.</translation>
    </message>
    <message>
        <source>Tag {0} × {1}</source>
        <translation>Gán {0} × {1}</translation>
    </message>
    <message>
        <source>Tag “{0}” as {1} ({2} ×)</source>
        <translation>Gán nhãn “{0}” là {1} ({2} ×)</translation>
    </message>
    <message>
        <source>Tag “{0}” as {1} in {2} places</source>
        <translation>Gán nhãn “{0}” là {1} ở {2} chỗ</translation>
    </message>
    <message>
        <source>Tags that begin what is not ended, kept as text: {0}; the first is {1}.</source>
        <translation>Số thẻ mở không có thẻ đóng, được giữ như văn bản: {0}; đầu tiên là {1}.</translation>
    </message>
    <message>
        <source>Tags that do not follow from the one before: {0}; the first is {1}. Each is read as the beginning or the end of a mention.</source>
        <translation>Số thẻ không nối tiếp được thẻ đứng trước: {0}; đầu tiên là {1}. Mỗi thẻ như vậy được đọc là chỗ bắt đầu hoặc kết thúc của một đề cập.</translation>
    </message>
    <message>
        <source>Tags that end what was not begun, kept as text: {0}; the first is {1}.</source>
        <translation>Số thẻ đóng không có thẻ mở, được giữ như văn bản: {0}; đầu tiên là {1}.</translation>
    </message>
    <message>
        <source>Tags without a TYPE, kept as text: {0}; the first is {1}.</source>
        <translation>Số thẻ không có TYPE, được giữ như văn bản: {0}; đầu tiên là {1}.</translation>
    </message>
    <message>
        <source>Tags without words between them, left out: {0}; the first is {1}.</source>
        <translation>Số cặp thẻ không có từ nào ở giữa bị bỏ qua: {0}; đầu tiên là {1}.</translation>
    </message>
    <message>
        <source>That was not done: {0}.</source>
        <translation>Việc ấy chưa làm được: {0}.</translation>
    </message>
    <message>
        <source>The PDF does not say what {0} of its characters are: they are shown as {1}.</source>
        <translation>Tệp PDF không cho biết {0} ký tự là gì: chúng được hiện là {1}.</translation>
    </message>
    <message>
        <source>The PDF has no text: its pages are pictures. Have their text recognised first (OCR).</source>
        <translation>Tệp PDF không có văn bản: các trang chỉ là ảnh. Hãy nhận dạng chữ trước (OCR).</translation>
    </message>
    <message>
        <source>The PDF has {0} pages; one article may have {1}: divide it.</source>
        <translation>Tệp PDF có {0} trang; một bài được phép có {1} trang: hãy chia nhỏ tệp.</translation>
    </message>
    <message>
        <source>The PDF is encrypted: save it without a password, and choose that.</source>
        <translation>Tệp PDF được mã hóa: hãy lưu lại không có mật khẩu rồi chọn tệp đó.</translation>
    </message>
    <message>
        <source>The XML has a document type or entities, which are not read: remove them.</source>
        <translation>XML có kiểu tài liệu (DOCTYPE) hoặc thực thể, những thứ không được đọc: hãy xóa chúng.</translation>
    </message>
    <message>
        <source>The annotation is no longer as it was: it was changed since.</source>
        <translation>Chú giải không còn như cũ: nó đã bị sửa sau đó.</translation>
    </message>
    <message>
        <source>The annotation is one of {0}: nobody else changes it.</source>
        <translation>Chú giải này là của {0}: không ai khác sửa nó.</translation>
    </message>
    <message>
        <source>The annotations are not those that the journal tells of.</source>
        <translation>Các chú giải không khớp với nhật ký.</translation>
    </message>
    <message>
        <source>The annotations have more than {0} values and arguments together.</source>
        <translation>Các chú giải có tổng cộng hơn {0} giá trị và tham tố.</translation>
    </message>
    <message>
        <source>The argument {0} leads to {1}, which is no mention: it is left out.</source>
        <translation>Tham tố {0} trỏ đến {1}, vốn không phải đề cập: đã bỏ qua.</translation>
    </message>
    <message>
        <source>The argument {0} of {1} leads nowhere: it is written again, but not shown.</source>
        <translation>Tham tố {0} của {1} không dẫn tới đâu: vẫn được ghi lại, nhưng không hiển thị.</translation>
    </message>
    <message>
        <source>The argument {0} {1} is one of no mention: it is left out.</source>
        <translation>Tham tố {0} {1} không thuộc đề cập nào: đã bỏ qua.</translation>
    </message>
    <message>
        <source>The array has no end: was the file cut off?</source>
        <translation>Mảng không có chỗ kết thúc: tệp bị cắt cụt chăng?</translation>
    </message>
    <message>
        <source>The article can't be found by searching.</source>
        <translation>Không tìm được bài khi tìm kiếm.</translation>
    </message>
    <message>
        <source>The article is locked. Set another status to go on tagging it.</source>
        <translation>Bài đã khóa. Hãy đặt trạng thái khác để chú giải tiếp.</translation>
    </message>
    <message>
        <source>The article is neither in the list nor removed.</source>
        <translation>Bài không nằm trong danh sách mà cũng chưa bị bỏ.</translation>
    </message>
    <message>
        <source>The article is sorted by another title than its own.</source>
        <translation>Bài được xếp thứ tự theo một tiêu đề không phải của nó.</translation>
    </message>
    <message>
        <source>The article {0} and another one would both be the file {1}: export them apart.</source>
        <translation>Bài {0} và một bài khác cùng thành tệp {1}: hãy xuất riêng.</translation>
    </message>
    <message>
        <source>The article {0} came to its end further up: put its lines together.</source>
        <translation>Bài {0} đã kết thúc ở phía trên: hãy đặt các dòng của bài liền nhau.</translation>
    </message>
    <message>
        <source>The article {0} has another text at {1}: give one of them another id.</source>
        <translation>Bài {0} có văn bản khác tại {1}: hãy cho một trong hai mã khác.</translation>
    </message>
    <message>
        <source>The article {0} has more than {1} MB: split it.</source>
        <translation>Bài {0} lớn hơn {1} MB: hãy chia nhỏ.</translation>
    </message>
    <message>
        <source>The article {0} has other metadata at {1}: make them equal.</source>
        <translation>Bài {0} có siêu dữ liệu khác tại {1}: hãy làm cho giống nhau.</translation>
    </message>
    <message>
        <source>The article {0} is in the project already, with another text. Give this one another id.</source>
        <translation>Dự án đã có bài {0} với văn bản khác. Hãy cho bài này mã khác.</translation>
    </message>
    <message>
        <source>The article {0} is in the project already, with other metadata: {1}. Those in the project were kept.</source>
        <translation>Bài {0} đã có trong dự án, với siêu dữ liệu khác: {1}. Siêu dữ liệu trong dự án được giữ nguyên.</translation>
    </message>
    <message>
        <source>The article {0} is no longer in the list.</source>
        <translation>Bài {0} không còn trong danh sách.</translation>
    </message>
    <message>
        <source>The article {0} is not in the project, or in the list already.</source>
        <translation>Bài {0} không có trong dự án, hoặc đã ở trong danh sách.</translation>
    </message>
    <message>
        <source>The article {0}, with the same reviewer, is already at {1}.</source>
        <translation>Bài {0}, cùng người chú giải, đã có tại {1}.</translation>
    </message>
    <message>
        <source>The attribute {0} is declared twice.</source>
        <translation>Thuộc tính {0} được khai báo hai lần.</translation>
    </message>
    <message>
        <source>The bracket at {0} is not closed.</source>
        <translation>Ngoặc ở vị trí {0} chưa đóng.</translation>
    </message>
    <message>
        <source>The character U+{0} is half of a pair and can't be kept. Remove it from what you entered.</source>
        <translation>Ký tự U+{0} là nửa của một cặp nên không lưu được. Hãy bỏ nó khỏi nội dung vừa nhập.</translation>
    </message>
    <message>
        <source>The command can't be understood: {0}.</source>
        <translation>Không hiểu được lệnh: {0}.</translation>
    </message>
    <message>
        <source>The comment “# annotator” is not as Annotator writes it, and left out: {0}</source>
        <translation>Dòng chú thích “# annotator” không đúng như Annotator ghi nên bị bỏ qua: {0}</translation>
    </message>
    <message>
        <source>The confidence of {0} is a number from 0 to 1.</source>
        <translation>Độ chắc chắn của {0} phải là số từ 0 đến 1.</translation>
    </message>
    <message>
        <source>The counting was cancelled.</source>
        <translation>Việc đếm đã bị hủy.</translation>
    </message>
    <message>
        <source>Nobody has annotated anything here yet: there is nothing to compare.</source>
        <translation>Chưa ai chú giải gì ở đây: không có gì để so sánh.</translation>
    </message>
    <message>
        <source>Only {0} has annotated here: agreement needs a second reviewer.</source>
        <translation>Mới chỉ có {0} chú giải ở đây: muốn biết mức đồng thuận phải có người thứ hai.</translation>
    </message>
    <message>
        <source>No article was annotated by two reviewers; these have annotated: {0}.</source>
        <translation>Không có bài nào được hai người chú giải; những người đã chú giải: {0}.</translation>
    </message>
    <message>
        <source>Nobody has layers such as are asked for: there is nothing to compare.</source>
        <translation>Không ai có lớp chú giải như yêu cầu: không có gì để so sánh.</translation>
    </message>
    <message>
        <source>Only {0} has layers such as are asked for: agreement needs a second reviewer.</source>
        <translation>Chỉ {0} có lớp chú giải như yêu cầu: muốn biết mức đồng thuận phải có người thứ hai.</translation>
    </message>
    <message>
        <source>No article has two layers such as are asked for; these reviewers have some: {0}.</source>
        <translation>Không bài nào có hai lớp chú giải như yêu cầu; những người có: {0}.</translation>
    </message>
    <message>
        <source>{0} has read no article that another one has read, and is not compared.</source>
        <translation>{0} không đọc chung bài nào với người khác nên không được so sánh.</translation>
    </message>
    <message>
        <source>The counts in the list are wrong.</source>
        <translation>Số đếm trong danh sách bị sai.</translation>
    </message>
    <message>
        <source>The date in the list is not the article's.</source>
        <translation>Ngày trong danh sách không phải của bài.</translation>
    </message>
    <message>
        <source>The default {0} is not one of the values.</source>
        <translation>Giá trị mặc định {0} không có trong các giá trị.</translation>
    </message>
    <message>
        <source>The disk is full: make room and do it again.</source>
        <translation>Ổ đĩa đã đầy: hãy giải phóng chỗ trống rồi làm lại.</translation>
    </message>
    <message>
        <source>The disk is full: {0} could not be made. Make room and try again.</source>
        <translation>Ổ đĩa đã đầy: không tạo được {0}. Hãy giải phóng chỗ trống rồi thử lại.</translation>
    </message>
    <message>
        <source>The disk is full: {0} could not be written, and is as it was before. Make room and try again.</source>
        <translation>Ổ đĩa đã đầy: không ghi được {0}; tệp vẫn như trước. Hãy giải phóng chỗ trống rồi thử lại.</translation>
    </message>
    <message>
        <source>The document declares entities, as no program does that means well.</source>
        <translation>Tài liệu khai báo thực thể XML, điều mà không chương trình đáng tin nào làm.</translation>
    </message>
    <message>
        <source>The entity {0} has no fragment.</source>
        <translation>Thực thể {0} không có mảnh nào.</translation>
    </message>
    <message>
        <source>The entity {0} is declared nowhere: write the character itself.</source>
        <translation>Thực thể XML {0} không được khai báo ở đâu: hãy viết thẳng ký tự đó.</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written.</source>
        <translation>Đã hủy việc xuất. Không có gì được ghi.</translation>
    </message>
    <message>
        <source>The expression takes too long. Make it simpler.</source>
        <translation>Biểu thức mất quá nhiều thời gian. Hãy viết đơn giản hơn.</translation>
    </message>
    <message>
        <source>The feature {0} of {1} has no place here: left out.</source>
        <translation>Đặc trưng {0} của {1} không có chỗ ở đây: đã bỏ qua.</translation>
    </message>
    <message>
        <source>The feature {0} of {1} is not declared: left out.</source>
        <translation>Đặc trưng {0} của {1} chưa được khai báo: đã bỏ qua.</translation>
    </message>
    <message>
        <source>The file begins with &lt;{0}&gt;; it must begin with &lt;{1}&gt;.</source>
        <translation>Tệp bắt đầu bằng &lt;{0}&gt;; nó phải bắt đầu bằng &lt;{1}&gt;.</translation>
    </message>
    <message>
        <source>The file breaks off in the middle of a character.</source>
        <translation>Tệp đứt đoạn ngay giữa một ký tự.</translation>
    </message>
    <message>
        <source>The file can't be read: {0}.</source>
        <translation>Không đọc được tệp: {0}.</translation>
    </message>
    <message>
        <source>The file can't be written: {0}.</source>
        <translation>Không ghi được tệp: {0}.</translation>
    </message>
    <message>
        <source>The file declares entities of its own, which might be a trap: remove them.</source>
        <translation>Tệp tự khai báo thực thể XML, có thể là bẫy: hãy xóa đi.</translation>
    </message>
    <message>
        <source>The file declares entities, which none may.</source>
        <translation>Tệp khai báo thực thể XML, điều không được phép.</translation>
    </message>
    <message>
        <source>The file does not say what its offsets count. They are read as {0}: so {1} of {2} mentions after characters like 👩 begin and end where words do.</source>
        <translation>Tệp không nói vị trí được đếm bằng gì. Chúng được đọc là {0}: như vậy {1} trên {2} đề cập sau các ký tự như 👩 bắt đầu và kết thúc đúng chỗ của từ.</translation>
    </message>
    <message>
        <source>The file has more than {0} MB.</source>
        <translation>Tệp lớn hơn {0} MB.</translation>
    </message>
    <message>
        <source>The file has more than {0} MB: divide it.</source>
        <translation>Tệp lớn hơn {0} MB: hãy chia nhỏ tệp.</translation>
    </message>
    <message>
        <source>The file has more than {0} elements, or {1} inside one another: split it.</source>
        <translation>Tệp có hơn {0} phần tử, hoặc quá {1} phần tử lồng nhau: hãy chia nhỏ.</translation>
    </message>
    <message>
        <source>The file has no text (no sofaString).</source>
        <translation>Tệp không có văn bản (không có sofaString).</translation>
    </message>
    <message>
        <source>The file has several texts: the view {0} was read, {1} left out.</source>
        <translation>Tệp có nhiều văn bản: đã đọc khung nhìn {0}, bỏ qua {1}.</translation>
    </message>
    <message>
        <source>The file has {0} MB; it may have {1} MB: split it.</source>
        <translation>Tệp có {0} MB; tối đa là {1} MB: hãy chia nhỏ tệp.</translation>
    </message>
    <message>
        <source>The file has {0} MB; one article may have {1} MB: split it.</source>
        <translation>Tệp có {0} MB; một bài chỉ được {1} MB: hãy chia nhỏ.</translation>
    </message>
    <message>
        <source>The file is damaged in the zip: it is left out.</source>
        <translation>Tệp bị hỏng trong tệp zip: tệp bị bỏ qua.</translation>
    </message>
    <message>
        <source>The file is damaged, or not what its name says ({0}): open it in the program it was made with and save it again.</source>
        <translation>Tệp bị hỏng, hoặc không đúng loại như tên gọi ({0}): hãy mở bằng chương trình đã tạo ra nó rồi lưu lại.</translation>
    </message>
    <message>
        <source>The file is damaged: {0}</source>
        <translation>Tệp bị hỏng: {0}</translation>
    </message>
    <message>
        <source>The file is empty: there is nothing in it.</source>
        <translation>Tệp rỗng: không có gì bên trong.</translation>
    </message>
    <message>
        <source>The file is empty: there is nothing to annotate.</source>
        <translation>Tệp rỗng: không có gì để chú giải.</translation>
    </message>
    <message>
        <source>The file has nothing but white space: there is nothing to annotate.</source>
        <translation>Tệp chỉ có khoảng trắng: không có gì để chú giải.</translation>
    </message>
    <message>
        <source>The file is encrypted: unpack the zip yourself, with its password.</source>
        <translation>Tệp được mã hóa: hãy tự giải nén tệp zip bằng mật khẩu.</translation>
    </message>
    <message>
        <source>The file is not UTF-8; save it with that encoding.</source>
        <translation>Tệp không ở dạng UTF-8: hãy lưu lại ở dạng ấy.</translation>
    </message>
    <message>
        <source>The file is too long with its macros replaced.</source>
        <translation>Tệp quá dài sau khi thay các macro.</translation>
    </message>
    <message>
        <source>The file's encoding can't be read ({0}): save it as UTF-8.</source>
        <translation>Không đọc được bảng mã của tệp ({0}): hãy lưu ở dạng UTF-8.</translation>
    </message>
    <message>
        <source>The first line does not say {0}: this is no WebAnno TSV 3.</source>
        <translation>Dòng đầu không ghi {0}: đây không phải là WebAnno TSV 3.</translation>
    </message>
    <message>
        <source>The format is {0}; this program reads {1}.</source>
        <translation>Định dạng là {0}; chương trình này đọc {1}.</translation>
    </message>
    <message>
        <source>The format {0} can only be read.</source>
        <translation>Định dạng {0} chỉ đọc được.</translation>
    </message>
    <message>
        <source>The format {0} can only be written.</source>
        <translation>Định dạng {0} chỉ ghi được.</translation>
    </message>
    <message>
        <source>The format {0} has no file with a tagset.</source>
        <translation>Định dạng {0} không có tệp chứa bộ nhãn.</translation>
    </message>
    <message>
        <source>The format {0} is written to a folder: name one.</source>
        <translation>Định dạng {0} được ghi ra thư mục: hãy nêu một thư mục.</translation>
    </message>
    <message>
        <source>The format {0} is written to a folder: name one, and the format with {1}.</source>
        <translation>Định dạng {0} được ghi ra thư mục: hãy nêu một thư mục, và nêu định dạng bằng {1}.</translation>
    </message>
    <message>
        <source>Several formats have files that end in {0}: choose one of {1} with {2}.</source>
        <translation>Nhiều định dạng có tệp với đuôi {0}: hãy chọn một trong {1} bằng {2}.</translation>
    </message>
    <message>
        <source>No format is written to files that end in {0}: name a format with {1}, or end the name in {2}.</source>
        <translation>Không định dạng nào được ghi ra tệp có đuôi {0}: hãy nêu định dạng bằng {1}, hoặc đặt tên có đuôi {2}.</translation>
    </message>
    <message>
        <source>The format {0} needs {1}: pip install 'annotator[{2}]'.</source>
        <translation>Định dạng {0} cần {1}: pip install 'annotator[{2}]'.</translation>
    </message>
    <message>
        <source>The fragment {0}–{1} of {2} is empty or reversed.</source>
        <translation>Mảnh {0}–{1} của {2} rỗng hoặc bị ngược.</translation>
    </message>
    <message>
        <source>The fragment {0}–{1} of {2} lies outside the text, which has {3} characters.</source>
        <translation>Mảnh {0}–{1} của {2} nằm ngoài văn bản dài {3} ký tự.</translation>
    </message>
    <message>
        <source>The fragments of {0} are not sorted, or overlap each other.</source>
        <translation>Các mảnh của {0} không theo thứ tự hoặc chồng lên nhau.</translation>
    </message>
    <message>
        <source>The fragments “{0}” of {1} do not fit its span, which was taken whole.</source>
        <translation>Các mảnh “{0}” của {1} không khớp với phạm vi của nó; phạm vi được lấy trọn.</translation>
    </message>
    <message>
        <source>The hits go to a table or to standard output: leave out --json.</source>
        <translation>Kết quả đi vào bảng hoặc ra đầu ra chuẩn: hãy bỏ --json.</translation>
    </message>
    <message>
        <source>The id or the metadata of the article can't be read: left out.</source>
        <translation>Không đọc được mã hoặc siêu dữ liệu của bài: đã bỏ qua.</translation>
    </message>
    <message>
        <source>The id {0} is that of another mention, too.</source>
        <translation>Mã {0} cũng là mã của một đề cập khác.</translation>
    </message>
    <message>
        <source>The key {0} is given twice in one object.</source>
        <translation>Khóa {0} có hai lần trong một đối tượng.</translation>
    </message>
    <message>
        <source>The key {0} is not known here: remove it, or correct its spelling.</source>
        <translation>Không có khóa {0} ở đây: hãy bỏ, hoặc sửa chính tả.</translation>
    </message>
    <message>
        <source>The key {0} is taken by {1}.</source>
        <translation>Phím {0} đã thuộc về {1}.</translation>
    </message>
    <message>
        <source>The key {0} is used by the window; choose another one.</source>
        <translation>Phím {0} đã được cửa sổ dùng; hãy chọn phím khác.</translation>
    </message>
    <message>
        <source>The label {0} ({1}) is in use, but not in the tagset.</source>
        <translation>Nhãn {0} ({1}) đang được dùng, nhưng không có trong bộ nhãn.</translation>
    </message>
    <message>
        <source>The label {0} is declared twice.</source>
        <translation>Nhãn {0} được khai báo hai lần.</translation>
    </message>
    <message>
        <source>The layer has no name.</source>
        <translation>Lớp không có tên.</translation>
    </message>
    <message>
        <source>The layer of {1} on “{0}” is locked. Set another status to change it.</source>
        <translation>Lớp chú giải của {1} trên “{0}” đã khóa. Hãy đặt trạng thái khác để sửa.</translation>
    </message>
    <message>
        <source>The layer of {1} on “{0}” was changed since.</source>
        <translation>Lớp chú giải của {1} trên “{0}” đã thay đổi sau đó.</translation>
    </message>
    <message>
        <source>The length in the list is not the text's.</source>
        <translation>Độ dài trong danh sách không khớp với văn bản.</translation>
    </message>
    <message>
        <source>The line begins with no name.</source>
        <translation>Dòng không bắt đầu bằng một tên.</translation>
    </message>
    <message>
        <source>The line begins with no token number and offsets, such as 1-2 and 4-8: left out.</source>
        <translation>Dòng không bắt đầu bằng số của token và vị trí, chẳng hạn 1-2 và 4-8: đã bỏ qua.</translation>
    </message>
    <message>
        <source>The line has a NUL: remove it.</source>
        <translation>Dòng này có ký tự NUL: hãy xóa nó.</translation>
    </message>
    <message>
        <source>There is no word in the list.</source>
        <translation>Danh sách không có từ nào.</translation>
    </message>
    <message>
        <source>The line can't be read: {0}.</source>
        <translation>Không đọc được dòng này: {0}.</translation>
    </message>
    <message>
        <source>The line is too long for a word.</source>
        <translation>Dòng quá dài, không thể là một từ.</translation>
    </message>
    <message>
        <source>The line has no word.</source>
        <translation>Dòng này không có từ nào.</translation>
    </message>
    <message>
        <source>The line has {0} columns, but with what the header declares it must have {1}: left out.</source>
        <translation>Dòng có {0} cột, nhưng theo phần đầu tệp phải có {1} cột: đã bỏ qua.</translation>
    </message>
    <message>
        <source>The line is too long with its macros replaced.</source>
        <translation>Dòng quá dài sau khi thay các macro.</translation>
    </message>
    <message>
        <source>The line “{0}” is not known: left out.</source>
        <translation>Không biết dòng “{0}” là gì: đã bỏ qua.</translation>
    </message>
    <message>
        <source>The links of a layer can't be read: {0}.</source>
        <translation>Không đọc được các liên kết của một lớp: {0}.</translation>
    </message>
    <message>
        <source>The list is not in UTF-8: save it so.</source>
        <translation>Danh sách không ở dạng UTF-8: hãy lưu lại ở dạng ấy.</translation>
    </message>
    <message>
        <source>The metadata of an article can't be read: {0}.</source>
        <translation>Không đọc được siêu dữ liệu của một bài: {0}.</translation>
    </message>
    <message>
        <source>The model is of another version of the program: train it again.</source>
        <translation>Mô hình thuộc phiên bản khác của chương trình: hãy huấn luyện lại.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Thiếu tên.</translation>
    </message>
    <message>
        <source>The name of the file is not UTF-8: rename it.</source>
        <translation>Tên tệp không phải UTF-8: hãy đổi tên.</translation>
    </message>
    <message>
        <source>The name {0} begins or ends with a space, or holds a line break.</source>
        <translation>Tên {0} bắt đầu hoặc kết thúc bằng dấu cách, hoặc có xuống dòng.</translation>
    </message>
    <message>
        <source>The name “{0}” of {1} is no mention: it is left out.</source>
        <translation>Tên “{0}” của {1} không phải là đề cập: đã bỏ qua.</translation>
    </message>
    <message>
        <source>The names of places need {0}: pip install 'annotator[places]'.</source>
        <translation>Tên địa danh cần {0}: pip install 'annotator[places]'.</translation>
    </message>
    <message>
        <source>The number {0} is too large.</source>
        <translation>Số {0} quá lớn.</translation>
    </message>
    <message>
        <source>The offset {0}, in UTF-16 units, lies inside a character.</source>
        <translation>Vị trí {0}, tính bằng đơn vị UTF-16, nằm giữa một ký tự.</translation>
    </message>
    <message>
        <source>The offsets count UTF-16 units, as those of Label Studio's first versions.</source>
        <translation>Các vị trí đếm theo đơn vị UTF-16, như ở những phiên bản đầu của Label Studio.</translation>
    </message>
    <message>
        <source>The offsets count UTF-16 units, not characters: they were read so.</source>
        <translation>Các vị trí đếm theo đơn vị UTF-16, không theo ký tự: đã được đọc theo cách đó.</translation>
    </message>
    <message>
        <source>The offsets count bytes of UTF-8, not characters: they were read so.</source>
        <translation>Các vị trí đếm theo byte UTF-8, không theo ký tự: đã được đọc theo cách đó.</translation>
    </message>
    <message>
        <source>The offsets count characters of the text composed (NFC): they were read so.</source>
        <translation>Các vị trí đếm ký tự của văn bản ở dạng dựng sẵn (NFC): đã được đọc theo cách đó.</translation>
    </message>
    <message>
        <source>The offsets count characters of the text decomposed (NFD): they were read so.</source>
        <translation>Các vị trí đếm ký tự của văn bản ở dạng tổ hợp (NFD): đã được đọc theo cách đó.</translation>
    </message>
    <message>
        <source>The offsets count code points, not UTF-16 units as the format has it: taken so.</source>
        <translation>Vị trí được đếm theo điểm mã, không phải đơn vị UTF-16 như định dạng quy định: đã hiểu như vậy.</translation>
    </message>
    <message>
        <source>The offsets count each line end (CR LF) as one character: they were read so, and are written so again.</source>
        <translation>Các vị trí đếm mỗi dấu xuống dòng (CR LF) là một ký tự: đã được đọc theo cách đó, và cũng sẽ được ghi lại như vậy.</translation>
    </message>
    <message>
        <source>The offsets count each line end (LF) as two characters: they were read so.</source>
        <translation>Các vị trí đếm mỗi dấu xuống dòng (LF) là hai ký tự: đã được đọc theo cách đó.</translation>
    </message>
    <message>
        <source>The offsets do not count the byte order mark: they were read so, and are written so again.</source>
        <translation>Các vị trí không đếm dấu thứ tự byte (BOM): đã được đọc theo cách đó, và cũng sẽ được ghi lại như vậy.</translation>
    </message>
    <message>
        <source>The parent {0} is not a label of this kind.</source>
        <translation>Nhãn cha {0} không thuộc loại này.</translation>
    </message>
    <message>
        <source>The pattern of {0} is wrong: {1}.</source>
        <translation>Mẫu của {0} bị sai: {1}.</translation>
    </message>
    <message>
        <source>The picture is a PNG: end its name in .png.</source>
        <translation>Ảnh có dạng PNG: tên phải kết thúc bằng .png.</translation>
    </message>
    <message>
        <source>The project can only be read: its file or folder is write-protected.</source>
        <translation>Chỉ đọc được dự án: tệp hoặc thư mục của nó bị cấm ghi.</translation>
    </message>
    <message>
        <source>The project can only be read: its lock file {0} can't be written ({1}). Let who owns that file share it as the project is shared.</source>
        <translation>Chỉ đọc được dự án: không ghi được tệp khóa {0} của nó ({1}). Hãy nhờ chủ của tệp đó chia sẻ tệp giống như dự án.</translation>
    </message>
    <message>
        <source>The project has this tagset already.</source>
        <translation>Dự án đã có bộ nhãn này.</translation>
    </message>
    <message>
        <source>The project is damaged: its tagset is missing.</source>
        <translation>Dự án bị hỏng: thiếu bộ nhãn.</translation>
    </message>
    <message>
        <source>The project is open elsewhere ({0}): close it there, and try again.</source>
        <translation>Dự án đang mở ở nơi khác ({0}): hãy đóng ở đó rồi thử lại.</translation>
    </message>
    <message>
        <source>The quotation marks of this row are not as a table has them: one inside a cell is written twice.</source>
        <translation>Dấu ngoặc kép ở hàng này không đúng quy cách của bảng: dấu ngoặc kép nằm trong ô phải viết hai lần.</translation>
    </message>
    <message>
        <source>The relation {0} was left out: one of its ends is no annotation that was read.</source>
        <translation>Đã bỏ qua quan hệ {0}: một đầu của nó không phải là chú giải đã đọc được.</translation>
    </message>
    <message>
        <source>The reviewer is empty.</source>
        <translation>Tên người chú giải để trống.</translation>
    </message>
    <message>
        <source>The role {0} is declared twice.</source>
        <translation>Vai {0} được khai báo hai lần.</translation>
    </message>
    <message>
        <source>The row has a NUL, or bytes that are not in the encoding of the table: save it as UTF-8.</source>
        <translation>Hàng có ký tự NUL, hoặc byte không thuộc bảng mã của bảng: hãy lưu bảng ở dạng UTF-8.</translation>
    </message>
    <message>
        <source>The row has {0} cells, the first row {1}: is a quotation mark missing?</source>
        <translation>Hàng có {0} ô, hàng đầu có {1}: có thiếu dấu ngoặc kép nào chăng?</translation>
    </message>
    <message>
        <source>The row of the annotation {0} can't be read: {1}.</source>
        <translation>Không đọc được hàng của chú giải {0}: {1}.</translation>
    </message>
    <message>
        <source>The row of the article {0} is damaged.</source>
        <translation>Hàng của bài {0} bị hỏng.</translation>
    </message>
    <message>
        <source>The rule has no name.</source>
        <translation>Quy tắc không có tên.</translation>
    </message>
    <message>
        <source>The rule {0} has no labels: write labels = ["…"].</source>
        <translation>Quy tắc {0} không có nhãn: hãy viết labels = ["…"].</translation>
    </message>
    <message>
        <source>The rule {0} has no pattern.</source>
        <translation>Quy tắc {0} không có mẫu.</translation>
    </message>
    <message>
        <source>The sentence begins at {0}, but the text before it ends at {1}.</source>
        <translation>Câu bắt đầu ở {0}, nhưng văn bản trước nó kết thúc ở {1}.</translation>
    </message>
    <message>
        <source>The sentence has no tokens, so where it stands is not known.</source>
        <translation>Câu không có token nào, nên không biết nó nằm ở đâu.</translation>
    </message>
    <message>
        <source>The sentence is not made up of its tokens: the text is that of the tokens.</source>
        <translation>Câu không khớp với các token của nó: văn bản được lấy theo token.</translation>
    </message>
    <message>
        <source>The setting {0} in {1} is damaged. The usual one is used.</source>
        <translation>Tùy chọn {0} trong {1} bị hỏng. Dùng giá trị mặc định.</translation>
    </message>
    <message>
        <source>The settings can't be kept in {0}: {1}.</source>
        <translation>Không lưu được tùy chọn vào {0}: {1}.</translation>
    </message>
    <message>
        <source>The settings in {0} are damaged. The usual ones are used.</source>
        <translation>Tùy chọn trong {0} bị hỏng. Dùng giá trị mặc định.</translation>
    </message>
    <message>
        <source>The settings in {0} can't be read ({1}). The usual ones are used.</source>
        <translation>Không đọc được tùy chọn trong {0} ({1}). Dùng giá trị mặc định.</translation>
    </message>
    <message>
        <source>{0} was made by an older version of Annotator.</source>
        <translation>{0} do một phiên bản Annotator cũ hơn tạo ra.</translation>
    </message>
    <message>
        <source>The lists of words can't be read: {0}.</source>
        <translation>Không đọc được các danh sách từ: {0}.</translation>
    </message>
    <message>
        <source>The settings of suggesters can't be read: {0}.</source>
        <translation>Không đọc được tùy chọn của các nguồn gợi ý: {0}.</translation>
    </message>
    <message>
        <source>The settings of suggestions can't be read: {0}.</source>
        <translation>Không đọc được tùy chọn của gợi ý: {0}.</translation>
    </message>
    <message>
        <source>The size {0} is not of the form 1280x800.</source>
        <translation>Kích thước {0} không có dạng 1280x800.</translation>
    </message>
    <message>
        <source>The source in the list is not the article's.</source>
        <translation>Nguồn trong danh sách không phải của bài.</translation>
    </message>
    <message>
        <source>The status of a layer is damaged: {0}.</source>
        <translation>Trạng thái của một lớp bị hỏng: {0}.</translation>
    </message>
    <message>
        <source>The status of {1} on “{0}” is no longer as it was: it was changed since.</source>
        <translation>Trạng thái của {1} trên “{0}” không còn như cũ: nó đã bị đổi sau đó.</translation>
    </message>
    <message>
        <source>The status {0} is none of {1}.</source>
        <translation>Trạng thái {0} không thuộc {1}.</translation>
    </message>
    <message>
        <source>The stored counts of rules can't be read: {0}.</source>
        <translation>Không đọc được số đếm đã lưu của các quy tắc: {0}.</translation>
    </message>
    <message>
        <source>The stored dictionary can't be read: {0}.</source>
        <translation>Không đọc được từ điển đã lưu: {0}.</translation>
    </message>
    <message>
        <source>The stored model can't be read: train it again.</source>
        <translation>Không đọc được mô hình đã lưu: hãy huấn luyện lại.</translation>
    </message>
    <message>
        <source>The system can't do this: {0}.</source>
        <translation>Hệ thống không làm được việc này: {0}.</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>Bảng không có hàng nào.</translation>
    </message>
    <message>
        <source>The tagset has no such label: {0}.</source>
        <translation>Bộ nhãn không có nhãn này: {0}.</translation>
    </message>
    <message>
        <source>The tagset is no longer as it was: it was changed since.</source>
        <translation>Bộ nhãn không còn như cũ: nó đã bị sửa sau đó.</translation>
    </message>
    <message>
        <source>The text has a NUL or half of a surrogate pair: remove it.</source>
        <translation>Văn bản có ký tự NUL hoặc một nửa cặp thay thế: hãy xóa nó.</translation>
    </message>
    <message>
        <source>The text has a NUL: it is no text, or damaged.</source>
        <translation>Văn bản có ký tự NUL: đây không phải văn bản, hoặc đã bị hỏng.</translation>
    </message>
    <message>
        <source>The text has {0} MB; one article may have {1} MB: split it.</source>
        <translation>Văn bản dài {0} MB; một bài chỉ được {1} MB: hãy chia ra.</translation>
    </message>
    <message>
        <source>The text is UTF-16, not UTF-8: save it as UTF-8.</source>
        <translation>Văn bản ở dạng UTF-16, không phải UTF-8: hãy lưu ở dạng UTF-8.</translation>
    </message>
    <message>
        <source>The text is in {0}, not UTF-8, and was read so: see whether its letters are right.</source>
        <translation>Văn bản dùng bảng mã {0}, không phải UTF-8, và đã được đọc theo đó: hãy xem chữ có đúng không.</translation>
    </message>
    <message>
        <source>The text is missing: put {0} beside it.</source>
        <translation>Thiếu văn bản: hãy đặt {0} bên cạnh tệp này.</translation>
    </message>
    <message>
        <source>The text is missing: {0} must be beside it.</source>
        <translation>Thiếu văn bản: {0} phải nằm bên cạnh tệp này.</translation>
    </message>
    <message>
        <source>The text is written in a font for {0}, and was read so: see whether its letters are right.</source>
        <translation>Văn bản dùng phông chữ của bảng mã {0}, và đã được đọc theo đó: hãy xem chữ có đúng không.</translation>
    </message>
    <message>
        <source>The text of {0} has the character U+0000, so it is hardly a text.</source>
        <translation>Văn bản của {0} có ký tự U+0000, nên khó là văn bản.</translation>
    </message>
    <message>
        <source>The text or the metadata were changed by another program.</source>
        <translation>Văn bản hoặc siêu dữ liệu đã bị một chương trình khác thay đổi.</translation>
    </message>
    <message>
        <source>The title in the list is not the article's.</source>
        <translation>Tiêu đề trong danh sách không khớp với bài.</translation>
    </message>
    <message>
        <source>The type system has {0} MB, which none has.</source>
        <translation>Hệ thống kiểu có {0} MB, không hệ thống nào lớn như vậy.</translation>
    </message>
    <message>
        <source>The type “{0}” is based on more than {1} others, or on itself: left out.</source>
        <translation>Kiểu “{0}” dựa trên hơn {1} kiểu khác, hoặc dựa trên chính nó: đã bỏ qua.</translation>
    </message>
    <message>
        <source>The type “{0}” is not declared: left out.</source>
        <translation>Kiểu “{0}” chưa được khai báo: đã bỏ qua.</translation>
    </message>
    <message>
        <source>The value {0} of {1} is no id.</source>
        <translation>Giá trị {0} của {1} không phải là mã.</translation>
    </message>
    <message>
        <source>The value {0} of {1} is none of the type {2}.</source>
        <translation>Giá trị {0} của {1} không thuộc kiểu {2}.</translation>
    </message>
    <message>
        <source>The value {0} stands twice.</source>
        <translation>Giá trị {0} có hai lần.</translation>
    </message>
    <message>
        <source>The version is {0}; this program reads 3.0 to {1}.</source>
        <translation>Phiên bản là {0}; chương trình này đọc từ 3.0 đến {1}.</translation>
    </message>
    <message>
        <source>The zip grows beyond measure when it is unpacked, like one made to do harm: nothing of it was read.</source>
        <translation>Tệp zip phình to quá mức khi giải nén, như loại được làm ra để phá hoại: không đọc gì trong đó.</translation>
    </message>
    <message>
        <source>The zip has more than {0} files: divide it.</source>
        <translation>Tệp zip có hơn {0} tệp: hãy chia nhỏ.</translation>
    </message>
    <message>
        <source>The zip is damaged: was it cut off?</source>
        <translation>Tệp zip bị hỏng: tệp bị cắt cụt chăng?</translation>
    </message>
    <message>
        <source>The zip is empty: there is nothing in it.</source>
        <translation>Tệp zip rỗng: không có gì trong đó.</translation>
    </message>
    <message>
        <source>The {0} {1} is missing.</source>
        <translation>Thiếu {0} {1}.</translation>
    </message>
    <message>
        <source>The {0} {1} is none of this program's.</source>
        <translation>{0} {1} không phải của chương trình này.</translation>
    </message>
    <message>
        <source>The {0} {1} is not as this program makes it.</source>
        <translation>{0} {1} không đúng như chương trình này tạo ra.</translation>
    </message>
    <message>
        <source>There are several texts in data: {0}. Rename the one that is annotated to {1}.</source>
        <translation>Trong data có nhiều văn bản: {0}. Hãy đổi tên văn bản được chú giải thành {1}.</translation>
    </message>
    <message>
        <source>There is a file where a folder is to go: move it away.</source>
        <translation>Có một tệp nằm ở chỗ cần đặt thư mục: hãy chuyển nó đi.</translation>
    </message>
    <message>
        <source>There is a folder where a file is to go: move it away.</source>
        <translation>Có một thư mục nằm ở chỗ cần đặt tệp: hãy chuyển nó đi.</translation>
    </message>
    <message>
        <source>There is a layer that nobody made.</source>
        <translation>Có một lớp không ai tạo ra.</translation>
    </message>
    <message>
        <source>There is another {0} before: this one is now {1}.</source>
        <translation>Trước đó đã có một {0} khác: mục này nay là {1}.</translation>
    </message>
    <message>
        <source>There is more than one article: name a folder for their files.</source>
        <translation>Có nhiều hơn một bài: hãy nêu một thư mục để chứa các tệp.</translation>
    </message>
    <message>
        <source>There is no annotation here to remove.</source>
        <translation>Ở đây không có chú giải nào để xóa.</translation>
    </message>
    <message>
        <source>There is no article in it: no line is a word.</source>
        <translation>Trong tệp không có bài nào: không dòng nào là một từ.</translation>
    </message>
    <message>
        <source>There is no article to write.</source>
        <translation>Không có bài nào để ghi.</translation>
    </message>
    <message>
        <source>There is no article {0} in the list.</source>
        <translation>Không có bài {0} trong danh sách.</translation>
    </message>
    <message>
        <source>There is no article {0} in the project.</source>
        <translation>Dự án không có bài {0}.</translation>
    </message>
    <message>
        <source>There is no column of tags (B-LOC, I-LOC, O) beside one of words: is this another format?</source>
        <translation>Không có cột thẻ (B-LOC, I-LOC, O) bên cạnh một cột từ: phải chăng đây là định dạng khác?</translation>
    </message>
    <message>
        <source>There is no display to show the window on. Start it from a desktop, or with `xvfb-run annotator`, or make a picture with `annotator screenshot`.</source>
        <translation>Không có màn hình để hiện cửa sổ. Hãy chạy từ môi trường đồ họa, hoặc bằng `xvfb-run annotator`, hoặc tạo ảnh bằng `annotator screenshot`.</translation>
    </message>
    <message>
        <source>There is no document in it.</source>
        <translation>Trong tệp không có tài liệu nào.</translation>
    </message>
    <message>
        <source>“{0}” can't be redone yet: more was undone in {1} since. Redo that first.</source>
        <translation>Chưa thể làm lại “{0}”: sau đó còn có bước khác bị hoàn tác trong {1}. Hãy làm lại bước đó trước.</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>Không có thư mục {0}.</translation>
    </message>
    <message>
        <source>There is no folder {0} to put the project in.</source>
        <translation>Không có thư mục {0} để đặt dự án.</translation>
    </message>
    <message>
        <source>There is no format {0}: choose one of {1}.</source>
        <translation>Không có định dạng {0}: hãy chọn trong {1}.</translation>
    </message>
    <message>
        <source>There is no link {0} of a chain: that was left out.</source>
        <translation>Không có mắt xích {0} của chuỗi nào: đã bỏ qua.</translation>
    </message>
    <message>
        <source>There is no project {0}.</source>
        <translation>Không có dự án {0}.</translation>
    </message>
    <message>
        <source>There is no sentence: was the file cut off?</source>
        <translation>Không có câu nào: tệp bị cắt cụt chăng?</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Không có tệp hay thư mục này.</translation>
    </message>
    <message>
        <source>There is no such project, and no such command. Make a project with annotator new, or see all commands with annotator --help.</source>
        <translation>Không có dự án hay lệnh này. Tạo dự án bằng annotator new, hoặc xem mọi lệnh bằng annotator --help.</translation>
    </message>
    <message>
        <source>There is no tagset called {0}; there are {1}.</source>
        <translation>Không có bộ nhãn {0}; chỉ có {1}.</translation>
    </message>
    <message>
        <source>There is no text in data.</source>
        <translation>Trong data không có văn bản nào.</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>Không có văn bản nào trong đó.</translation>
    </message>
    <message>
        <source>There is no text outside the tags of {0}.</source>
        <translation>Ngoài các thẻ của {0} không có văn bản nào.</translation>
    </message>
    <message>
        <source>There is no value to choose; leave values out for free text.</source>
        <translation>Không có giá trị nào để chọn; bỏ values nếu muốn văn bản tự do.</translation>
    </message>
    <message>
        <source>There is no word here: select what to tag.</source>
        <translation>Ở đây không có từ nào: hãy chọn đoạn cần gán nhãn.</translation>
    </message>
    <message>
        <source>These words are tagged so already.</source>
        <translation>Đoạn này đã được gán nhãn đó rồi.</translation>
    </message>
    <message>
        <source>There is nothing to convert.</source>
        <translation>Không có gì để chuyển.</translation>
    </message>
    <message>
        <source>This has more than {0} MB, or too many documents, strings or spans: split it.</source>
        <translation>Phần này lớn hơn {0} MB, hoặc có quá nhiều tài liệu, chuỗi hay đoạn: hãy chia nhỏ.</translation>
    </message>
    <message>
        <source>This is a document of another program: save it as text or as .docx.</source>
        <translation>Đây là tài liệu của chương trình khác: hãy lưu ở dạng văn bản thuần hoặc .docx.</translation>
    </message>
    <message>
        <source>This is a folder: name a file in it.</source>
        <translation>Đây là thư mục: hãy nêu một tệp trong đó.</translation>
    </message>
    <message>
        <source>This is a project: name another file.</source>
        <translation>Đây là một dự án: hãy đặt tên tệp khác.</translation>
    </message>
    <message>
        <source>This is a table of annotations, which can only be written: import jsonl instead.</source>
        <translation>Đây là bảng chú giải, loại chỉ ghi ra được: hãy nhập tệp jsonl thay vào đó.</translation>
    </message>
    <message>
        <source>This is neither a file nor a folder.</source>
        <translation>Đây không phải tệp hay thư mục.</translation>
    </message>
    <message>
        <source>This is no DocBin of spaCy, or it is not whole.</source>
        <translation>Đây không phải DocBin của spaCy, hoặc tệp không còn nguyên vẹn.</translation>
    </message>
    <message>
        <source>This is no XML ({0}): was it cut off, or edited by hand?</source>
        <translation>Đây không phải là XML ({0}): tệp bị cắt cụt, hay đã được sửa tay?</translation>
    </message>
    <message>
        <source>This is no XML, or its encoding is not known.</source>
        <translation>Đây không phải là XML, hoặc không biết bảng mã của nó.</translation>
    </message>
    <message>
        <source>This is no file of ACE: it must hold one {0}.</source>
        <translation>Đây không phải tệp ACE: tệp phải có đúng một {0}.</translation>
    </message>
    <message>
        <source>This is no line of CoNLL-U: a number, a form, and tabs between columns.</source>
        <translation>Đây không phải một dòng CoNLL-U: cần một số, một dạng từ, và dấu tab giữa các cột.</translation>
    </message>
    <message>
        <source>This is no line of the format brat: it is kept, and written again, but not shown.</source>
        <translation>Đây không phải là một dòng của định dạng brat: dòng được giữ và ghi lại, nhưng không hiển thị.</translation>
    </message>
    <message>
        <source>This is no page of HTML.</source>
        <translation>Đây không phải trang HTML.</translation>
    </message>
    <message>
        <source>This is no regular expression: {0}.</source>
        <translation>Đây không phải là biểu thức chính quy: {0}.</translation>
    </message>
    <message>
        <source>This is no text, but a binary file.</source>
        <translation>Đây là tệp nhị phân, không phải văn bản.</translation>
    </message>
    <message>
        <source>This is not JSON (column {0}): was it cut off, or edited by hand?</source>
        <translation>Đây không phải JSON (cột {0}): nó bị cắt, hay bị sửa tay?</translation>
    </message>
    <message>
        <source>This is not TOML: {0}.</source>
        <translation>Đây không phải TOML: {0}.</translation>
    </message>
    <message>
        <source>This is not XML: {0}.</source>
        <translation>Đây không phải XML: {0}.</translation>
    </message>
    <message>
        <source>This is nested too deeply.</source>
        <translation>Nội dung này lồng nhau quá sâu.</translation>
    </message>
    <message>
        <source>This is the past. Come back to the present to go on tagging.</source>
        <translation>Đây là quá khứ. Hãy trở về hiện tại để chú giải tiếp.</translation>
    </message>
    <message>
        <source>This is too long for a configuration of brat.</source>
        <translation>Tệp này quá dài so với một tệp cấu hình của brat.</translation>
    </message>
    <message>
        <source>This labelling interface has no labels.</source>
        <translation>Giao diện gán nhãn này không có nhãn nào.</translation>
    </message>
    <message>
        <source>This only says what not to find: say what to find, too.</source>
        <translation>Câu này chỉ nói không tìm gì: hãy nói cả cần tìm gì.</translation>
    </message>
    <message>
        <source>This page has more elements, or more inside one another, than an article has: copy its text into a file.</source>
        <translation>Trang này có nhiều phần tử, hoặc lồng nhau sâu, hơn mức của một bài: hãy chép nội dung của nó vào một tệp.</translation>
    </message>
    <message>
        <source>This should not have happened: {0}. Please report it with {1}.</source>
        <translation>Lỗi ngoài dự kiến: {0}. Xin báo lại kèm {1}.</translation>
    </message>
    <message>
        <source>Training ended without a model: {0}</source>
        <translation>Huấn luyện kết thúc mà không có mô hình: {0}</translation>
    </message>
    <message>
        <source>Two annotations have the id {0}.</source>
        <translation>Hai chú giải cùng mã {0}.</translation>
    </message>
    <message>
        <source>Two columns are called {0}: rename one.</source>
        <translation>Có hai cột cùng tên {0}: hãy đổi tên một cột.</translation>
    </message>
    <message>
        <source>Two feature structures have the id {0}: left out here.</source>
        <translation>Hai cấu trúc đặc trưng có cùng mã {0}: đã bỏ qua ở đây.</translation>
    </message>
    <message>
        <source>Type what to find: words, or a condition such as entity:PER.</source>
        <translation>Hãy gõ thứ cần tìm: từ, hoặc điều kiện như entity:PER.</translation>
    </message>
    <message>
        <source>UIMA CAS JSON 0.4.0, of INCEpTION and DKPro</source>
        <translation>UIMA CAS JSON 0.4.0, của INCEpTION và DKPro</translation>
    </message>
    <message>
        <source>UIMA CAS XMI, of INCEpTION and DKPro, with TypeSystem.xml beside it</source>
        <translation>UIMA CAS XMI, của INCEpTION và DKPro, kèm TypeSystem.xml bên cạnh</translation>
    </message>
    <message>
        <source>Values that are no tags, taken for O: {0}; the first is {1}.</source>
        <translation>Số giá trị không phải là thẻ, được coi là O: {0}; đầu tiên là {1}.</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3, of WebAnno and INCEpTION: a row for each token</source>
        <translation>WebAnno TSV 3.3, của WebAnno và INCEpTION: mỗi token một hàng</translation>
    </message>
    <message>
        <source>What Annotator wrote into the user data is damaged, and not read: {0}</source>
        <translation>Phần Annotator ghi trong user data bị hỏng nên không được đọc: {0}</translation>
    </message>
    <message>
        <source>What Label Studio notes for itself is not kept: {0}.</source>
        <translation>Những gì Label Studio ghi cho riêng nó không được giữ lại: {0}.</translation>
    </message>
    <message>
        <source>What Prodigy notes for itself is not kept: {0}.</source>
        <translation>Những gì Prodigy ghi cho riêng nó không được giữ lại: {0}.</translation>
    </message>
    <message>
        <source>What entry {0} of the journal took back is not known.</source>
        <translation>Không rõ mục {0} của nhật ký đã hoàn tác những gì.</translation>
    </message>
    <message>
        <source>What the suggester {0} has learned is damaged.</source>
        <translation>Những gì nguồn gợi ý {0} đã học bị hỏng.</translation>
    </message>
    <message>
        <source>What was refused can't be read: {0}.</source>
        <translation>Không đọc được điều đã từ chối: {0}.</translation>
    </message>
    <message>
        <source>What was suggested there was refused, or allowed, since.</source>
        <translation>Gợi ý ở đó đã bị từ chối, hoặc được cho lại, từ lúc ấy.</translation>
    </message>
    <message>
        <source>What was tagged before</source>
        <translation>Những gì đã gán nhãn trước đây</translation>
    </message>
    <message>
        <source>Word documents: the text of each</source>
        <translation>tài liệu Word: văn bản của từng tệp</translation>
    </message>
    <message>
        <source>Words with a lemma, part of speech or the like, not read: {0}; the first is {1}.</source>
        <translation>Số từ có từ gốc, từ loại hoặc thông tin tương tự không được đọc: {0}; đầu tiên là {1}.</translation>
    </message>
    <message>
        <source>Words with more in the last column, left out: {0}; the first has {1}.</source>
        <translation>Số từ có thêm thông tin ở cột cuối bị bỏ qua: {0}; đầu tiên là {1}.</translation>
    </message>
    <message>
        <source>Write a note on {0}</source>
        <translation>Viết ghi chú cho {0}</translation>
    </message>
    <message>
        <source>Write an address (http://…) or a command.</source>
        <translation>Hãy viết một địa chỉ (http://…) hoặc một lệnh.</translation>
    </message>
    <message>
        <source>You may not get at {0}, or its folder may not be written.</source>
        <translation>Bạn không được phép truy cập {0}, hoặc không được ghi vào thư mục của nó.</translation>
    </message>
    <message>
        <source>You may not read or write here: choose another place.</source>
        <translation>Bạn không có quyền đọc hay ghi ở đây: hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>a data set for Hugging Face: Parquet with splits, and a card</source>
        <translation>bộ dữ liệu cho Hugging Face: Parquet chia sẵn các phần, kèm thẻ mô tả</translation>
    </message>
    <message>
        <source>a table for programs, its cells parted by tabs: one row an annotation</source>
        <translation>bảng cho chương trình, các ô cách nhau bằng tab: mỗi hàng một chú giải</translation>
    </message>
    <message>
        <source>a table for spreadsheets: one row an annotation</source>
        <translation>bảng cho phần mềm bảng tính: mỗi hàng một chú giải</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>chú giải</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>tham tố</translation>
    </message>
    <message>
        <source>arguments and members that are no mentions</source>
        <translation>tham tố và thành viên không phải là đề cập</translation>
    </message>
    <message>
        <source>arguments and members that are not marked in the text</source>
        <translation>tham tố và thành viên không được đánh dấu trong văn bản</translation>
    </message>
    <message>
        <source>arguments in another sentence than the event</source>
        <translation>tham tố ở câu khác với sự kiện</translation>
    </message>
    <message>
        <source>arguments that are no mentions, but events or relations</source>
        <translation>tham tố không phải đề cập mà là sự kiện hoặc quan hệ</translation>
    </message>
    <message>
        <source>arguments whose mention was left out</source>
        <translation>tham tố có đề cập đã bị bỏ qua</translation>
    </message>
    <message>
        <source>articles as JSON lines with a text</source>
        <translation>các bài dưới dạng dòng JSON có văn bản</translation>
    </message>
    <message>
        <source>articles as a table (CSV, TSV) with a column for the text</source>
        <translation>các bài dưới dạng bảng (CSV, TSV) có cột chứa văn bản</translation>
    </message>
    <message>
        <source>articles without a word in them</source>
        <translation>bài không có từ nào</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>thuộc tính</translation>
    </message>
    <message>
        <source>attributes that are numbers, now text</source>
        <translation>thuộc tính là số, nay thành văn bản</translation>
    </message>
    <message>
        <source>attributes, notes and origins of coreference clusters</source>
        <translation>thuộc tính, ghi chú và nguồn gốc của cụm đồng quy chiếu</translation>
    </message>
    <message>
        <source>attributes, notes and origins of relations, clusters, labels on the article</source>
        <translation>thuộc tính, ghi chú và nguồn gốc của quan hệ, cụm, nhãn của bài</translation>
    </message>
    <message>
        <source>brat standoff: texts, and beside each a file with its annotations</source>
        <translation>brat standoff: các văn bản, bên cạnh mỗi văn bản là một tệp chú giải</translation>
    </message>
    <message>
        <source>characters that XML can't hold, now U+FFFD</source>
        <translation>ký tự mà XML không chứa được, nay là U+FFFD</translation>
    </message>
    <message>
        <source>chosen by hand</source>
        <translation>chọn bằng tay</translation>
    </message>
    <message>
        <source>clusters of which nothing is marked in the text</source>
        <translation>cụm không có thành viên nào được đánh dấu trong văn bản</translation>
    </message>
    <message>
        <source>columns like conll, a word a line, its syllables joined by `_`</source>
        <translation>các cột như conll, mỗi dòng một từ, các âm tiết nối bằng `_`</translation>
    </message>
    <message>
        <source>columns like conll, with tags in BIOES: the end of a mention has a tag too</source>
        <translation>các cột như conll, thẻ theo BIOES: chỗ kết thúc đề cập cũng có thẻ</translation>
    </message>
    <message>
        <source>columns like conll, with tags in IOB1: B- only between mentions of one label</source>
        <translation>các cột như conll, thẻ theo IOB1: chỉ dùng B- giữa các đề cập cùng nhãn</translation>
    </message>
    <message>
        <source>columns, a syllable a line, as CoNLL-2003 has them, with tags in IOB2</source>
        <translation>các cột như CoNLL-2003, mỗi dòng một âm tiết, thẻ theo IOB2</translation>
    </message>
    <message>
        <source>coreference clusters</source>
        <translation>cụm đồng quy chiếu</translation>
    </message>
    <message>
        <source>coreference clusters of more than mentions alone or events alone</source>
        <translation>cụm đồng quy chiếu không chỉ gồm đề cập hoặc không chỉ gồm sự kiện</translation>
    </message>
    <message>
        <source>coreference clusters that are not two or more events of one label</source>
        <translation>cụm đồng quy chiếu không phải là hai hay nhiều sự kiện cùng nhãn</translation>
    </message>
    <message>
        <source>coreference clusters without members</source>
        <translation>cụm đồng quy chiếu không có thành viên</translation>
    </message>
    <message>
        <source>doccano's JSON lines: mentions, relations, labels</source>
        <translation>các dòng JSON của doccano: đề cập, quan hệ, nhãn</translation>
    </message>
    <message>
        <source>events</source>
        <translation>sự kiện</translation>
    </message>
    <message>
        <source>events in a second coreference cluster</source>
        <translation>sự kiện nằm trong cụm đồng quy chiếu thứ hai</translation>
    </message>
    <message>
        <source>events whose trigger is more than one token</source>
        <translation>sự kiện có từ kích hoạt dài hơn một token</translation>
    </message>
    <message>
        <source>events without a trigger</source>
        <translation>sự kiện không có từ kích hoạt</translation>
    </message>
    <message>
        <source>flags set to false, which brat leaves out</source>
        <translation>cờ có giá trị false, brat bỏ không ghi</translation>
    </message>
    <message>
        <source>fragments and links that annotations of their kind have no place for</source>
        <translation>mảnh và liên kết mà loại chú giải ấy không có chỗ chứa</translation>
    </message>
    <message>
        <source>fragments or links that annotations of their kind do not have</source>
        <translation>mảnh hoặc liên kết mà chú giải thuộc loại đó vốn không có</translation>
    </message>
    <message>
        <source>id is empty.</source>
        <translation>id rỗng.</translation>
    </message>
    <message>
        <source>ids that are no file names</source>
        <translation>mã không dùng làm tên tệp được</translation>
    </message>
    <message>
        <source>it begins with {0}</source>
        <translation>nó bắt đầu bằng {0}</translation>
    </message>
    <message>
        <source>it begins with {0} and {1}</source>
        <translation>tệp bắt đầu bằng {0} và {1}</translation>
    </message>
    <message>
        <source>it has columns, one of them with tags like B-LOC, I-LOC and O</source>
        <translation>tệp có các cột, một cột chứa thẻ như B-LOC, I-LOC và O</translation>
    </message>
    <message>
        <source>it has tags like {0}</source>
        <translation>tệp có thẻ như {0}</translation>
    </message>
    <message>
        <source>it is XML and names {0}</source>
        <translation>đó là XML và có nêu {0}</translation>
    </message>
    <message>
        <source>it is a zip that holds {0}</source>
        <translation>nó là tệp zip có chứa {0}</translation>
    </message>
    <message>
        <source>it is compressed, and begins as a DocBin does</source>
        <translation>tệp được nén và có phần đầu của một DocBin</translation>
    </message>
    <message>
        <source>its first line has {0} and {1}</source>
        <translation>dòng đầu có {0} và {1}</translation>
    </message>
    <message>
        <source>its first line says {0}</source>
        <translation>dòng đầu ghi {0}</translation>
    </message>
    <message>
        <source>its first object has the key {0}</source>
        <translation>đối tượng đầu tiên có khóa {0}</translation>
    </message>
    <message>
        <source>its first row names a column {0}, and others</source>
        <translation>hàng đầu có tên cột {0}, và các cột khác</translation>
    </message>
    <message>
        <source>its lines have the ten columns of CoNLL-U, the first one a number</source>
        <translation>các dòng có mười cột của CoNLL-U, cột đầu là số</translation>
    </message>
    <message>
        <source>its name ends in {0}</source>
        <translation>tên kết thúc bằng {0}</translation>
    </message>
    <message>
        <source>its objects have "data", and "annotations" or "predictions"</source>
        <translation>các đối tượng có "data", và "annotations" hoặc "predictions"</translation>
    </message>
    <message>
        <source>its objects have "text", and "entities" or "label" as doccano writes them</source>
        <translation>các đối tượng có "text", và "entities" hoặc "label" như doccano ghi</translation>
    </message>
    <message>
        <source>its objects have "text", and "spans" or the hashes of Prodigy</source>
        <translation>các đối tượng có "text", và "spans" hoặc mã băm của Prodigy</translation>
    </message>
    <message>
        <source>its objects have a key {0}, and none of annotations</source>
        <translation>các đối tượng trong đó có khóa {0}, và không có khóa nào của chú giải</translation>
    </message>
    <message>
        <source>labels of coreference clusters</source>
        <translation>nhãn của cụm đồng quy chiếu</translation>
    </message>
    <message>
        <source>labels on the whole article</source>
        <translation>nhãn cho cả bài</translation>
    </message>
    <message>
        <source>labels on the whole article that have links or a place in the text</source>
        <translation>nhãn của cả bài có liên kết hoặc có vị trí trong văn bản</translation>
    </message>
    <message>
        <source>layers of further reviewers on the same article</source>
        <translation>lớp của những người chú giải khác trên cùng một bài</translation>
    </message>
    <message>
        <source>layers without annotations</source>
        <translation>lớp không có chú giải nào</translation>
    </message>
    <message>
        <source>links to clusters and to labels on the whole article</source>
        <translation>liên kết tới cụm đồng quy chiếu và tới nhãn của cả bài</translation>
    </message>
    <message>
        <source>links to one of several mentions or events of the same tokens, now to the first</source>
        <translation>liên kết đến một trong nhiều đề cập hoặc sự kiện trùng token, nay trỏ đến cái đầu tiên</translation>
    </message>
    <message>
        <source>max is {0}, but must be at least {1}.</source>
        <translation>max là {0}, nhưng phải ít nhất là {1}.</translation>
    </message>
    <message>
        <source>members of coreference clusters that were left out</source>
        <translation>thành viên của cụm đồng quy chiếu đã bị bỏ qua</translation>
    </message>
    <message>
        <source>mentions and triggers over a line break, now split there</source>
        <translation>đề cập và từ kích hoạt vắt qua chỗ xuống dòng, nay được tách tại đó</translation>
    </message>
    <message>
        <source>mentions and triggers that go on over the end of a sentence</source>
        <translation>đề cập và từ kích hoạt kéo dài qua cuối câu</translation>
    </message>
    <message>
        <source>mentions and triggers without a word in them</source>
        <translation>đề cập và từ kích hoạt không chứa từ nào</translation>
    </message>
    <message>
        <source>mentions of entities</source>
        <translation>đề cập thực thể</translation>
    </message>
    <message>
        <source>mentions of white space alone</source>
        <translation>đề cập chỉ gồm khoảng trắng</translation>
    </message>
    <message>
        <source>mentions that begin or end inside a token, now widened to it</source>
        <translation>đề cập bắt đầu hoặc kết thúc giữa một token, nay đã nới ra cho đủ</translation>
    </message>
    <message>
        <source>mentions that begin or end with white space, now without it</source>
        <translation>đề cập bắt đầu hoặc kết thúc bằng khoảng trắng, nay đã bỏ khoảng trắng đó</translation>
    </message>
    <message>
        <source>mentions that cross another one</source>
        <translation>đề cập bắt chéo đề cập khác</translation>
    </message>
    <message>
        <source>mentions that overlap another one</source>
        <translation>đề cập chồng lên đề cập khác</translation>
    </message>
    <message>
        <source>mentions with a gap inside a token or of white space alone, now closed</source>
        <translation>đề cập gián đoạn giữa một token hoặc chỉ ở khoảng trắng, nay đã nối liền</translation>
    </message>
    <message>
        <source>mentions with gaps</source>
        <translation>đề cập gián đoạn</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>siêu dữ liệu</translation>
    </message>
    <message>
        <source>metadata that the text does not show</source>
        <translation>siêu dữ liệu mà văn bản không thể hiện</translation>
    </message>
    <message>
        <source>texts of white space alone, which are not read again</source>
        <translation>các văn bản chỉ có khoảng trắng, sẽ không được đọc lại</translation>
    </message>
    <message>
        <source>min is {0}, but can't be below 0.</source>
        <translation>min là {0}, nhưng không được dưới 0.</translation>
    </message>
    <message>
        <source>names of labels, roles and attributes that brat can't hold as they are</source>
        <translation>tên nhãn, vai và thuộc tính mà brat không thể giữ nguyên</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>notes with other line ends, now plain ones</source>
        <translation>ghi chú có dấu xuống dòng kiểu khác, nay là kiểu thường</translation>
    </message>
    <message>
        <source>numbers of more than 64 bits</source>
        <translation>số dài hơn 64 bit</translation>
    </message>
    <message>
        <source>plain text: one file is one article, byte for byte</source>
        <translation>văn bản thuần: mỗi tệp là một bài, đúng từng byte</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>quan hệ</translation>
    </message>
    <message>
        <source>relations from one sentence to another</source>
        <translation>quan hệ từ câu này sang câu khác</translation>
    </message>
    <message>
        <source>relations of a mention that was left out</source>
        <translation>quan hệ của một đề cập đã bị bỏ qua</translation>
    </message>
    <message>
        <source>relations that do not join two mentions</source>
        <translation>quan hệ không nối hai đề cập</translation>
    </message>
    <message>
        <source>relations whose ends are not marked in the text</source>
        <translation>quan hệ có đầu không được đánh dấu trong văn bản</translation>
    </message>
    <message>
        <source>reviewer is empty.</source>
        <translation>reviewer rỗng.</translation>
    </message>
    <message>
        <source>reviewer is missing: whose annotations are these?</source>
        <translation>thiếu reviewer: chú giải này của ai?</translation>
    </message>
    <message>
        <source>reviewers and statuses</source>
        <translation>người chú giải và trạng thái</translation>
    </message>
    <message>
        <source>spaCy's DocBin: doc.ents and doc.spans to train with, the rest as user data</source>
        <translation>DocBin của spaCy: doc.ents và doc.spans để huấn luyện, phần còn lại ở user data</translation>
    </message>
    <message>
        <source>stretches of text of relations and clusters</source>
        <translation>đoạn văn bản của quan hệ và cụm đồng quy chiếu</translation>
    </message>
    <message>
        <source>stretches or links of annotations that have none in this format</source>
        <translation>đoạn hoặc liên kết của những chú giải mà định dạng này không có chỗ ghi</translation>
    </message>
    <message>
        <source>texts that hold such tags themselves</source>
        <translation>bài mà chính văn bản có những thẻ như vậy</translation>
    </message>
    <message>
        <source>texts whose `_` came to be spaces</source>
        <translation>bài có dấu `_` bị đổi thành dấu cách</translation>
    </message>
    <message>
        <source>texts whose characters that can't be seen are gone</source>
        <translation>bài bị mất những ký tự không nhìn thấy được</translation>
    </message>
    <message>
        <source>texts whose white space is not as it was</source>
        <translation>bài có khoảng trắng không còn như cũ</translation>
    </message>
    <message>
        <source>texts with &lt;ENAMEX&gt; tags around mentions, as in VLSP 2018; a file an article</source>
        <translation>văn bản có thẻ &lt;ENAMEX&gt; quanh các đề cập, như ở VLSP 2018; mỗi tệp là một bài</translation>
    </message>
    <message>
        <source>the texts of the articles</source>
        <translation>văn bản của các bài</translation>
    </message>
    <message>
        <source>web pages: the article of each</source>
        <translation>trang web: bài viết trên từng trang</translation>
    </message>
    <message>
        <source>which program proposed an annotation</source>
        <translation>chương trình nào đã gợi ý chú giải</translation>
    </message>
    <message>
        <source>{0} answers more than {1} MB.</source>
        <translation>{0} trả lời nhiều hơn {1} MB.</translation>
    </message>
    <message>
        <source>{0} answers what can't be understood: {1}.</source>
        <translation>{0} trả lời điều không hiểu được: {1}.</translation>
    </message>
    <message>
        <source>{0} answers with another text than it was asked about.</source>
        <translation>{0} trả lời với văn bản khác với văn bản được hỏi.</translation>
    </message>
    <message>
        <source>{0} are {1}–{2}, but the sentence has the tokens 0–{3}.</source>
        <translation>{0} là {1}–{2}, nhưng câu có các token 0–{3}.</translation>
    </message>
    <message>
        <source>{0} at {1} does not answer: {2}.</source>
        <translation>{0} ở {1} không trả lời: {2}.</translation>
    </message>
    <message>
        <source>{0} can't be a label's key: it is one letter (as a capital), digit or sign, or Shift with a letter.</source>
        <translation>{0} không dùng làm phím của nhãn được: phải là một chữ cái (viết hoa), chữ số hoặc dấu, hoặc Shift cùng chữ cái.</translation>
    </message>
    <message>
        <source>{0} can't be filled by {1}.</source>
        <translation>{1} không thể điền {0}.</translation>
    </message>
    <message>
        <source>{0} can't be opened: it is gone, or may not be read.</source>
        <translation>Không mở được {0}: tệp không còn, hoặc không có quyền đọc.</translation>
    </message>
    <message>
        <source>{0} can't be reached: {1}.</source>
        <translation>Không tới được {0}: {1}.</translation>
    </message>
    <message>
        <source>{0} can't be started: {1}.</source>
        <translation>Không khởi động được {0}: {1}.</translation>
    </message>
    <message>
        <source>{0} can't be written: {1}.</source>
        <translation>Không ghi được {0}: {1}.</translation>
    </message>
    <message>
        <source>{0} comes twice: left out here.</source>
        <translation>{0} xuất hiện hai lần: đã bỏ qua ở đây.</translation>
    </message>
    <message>
        <source>{0} could not be read or written: the disk reports an error, is full, or was taken away. Save a copy somewhere else.</source>
        <translation>Không đọc hay ghi được {0}: ổ đĩa báo lỗi, đã đầy hoặc bị tháo ra. Hãy lưu bản sao ở nơi khác.</translation>
    </message>
    <message>
        <source>{0} covers no text: it was left out.</source>
        <translation>{0} không bao trùm văn bản nào: đã bỏ qua.</translation>
    </message>
    <message>
        <source>{0} deletions that nobody has accepted yet are left out of the text.</source>
        <translation>{0} đoạn đánh dấu xóa mà chưa ai chấp nhận bị bỏ ra ngoài văn bản.</translation>
    </message>
    <message>
        <source>{0} did not answer within {1} seconds, and was ended.</source>
        <translation>{0} không trả lời trong {1} giây nên đã bị dừng.</translation>
    </message>
    <message>
        <source>{0} does not answer in JSON.</source>
        <translation>{0} không trả lời bằng JSON.</translation>
    </message>
    <message>
        <source>{0} does not answer in UTF-8.</source>
        <translation>{0} không trả lời bằng UTF-8.</translation>
    </message>
    <message>
        <source>{0} ended with status {1} before it answered.</source>
        <translation>{0} kết thúc với trạng thái {1} trước khi trả lời.</translation>
    </message>
    <message>
        <source>{0} fills {1} already.</source>
        <translation>{0} đã điền {1} rồi.</translation>
    </message>
    <message>
        <source>{0} footnotes and endnotes are left out of the text.</source>
        <translation>{0} chú thích cuối trang và cuối bài bị bỏ ra ngoài văn bản.</translation>
    </message>
    <message>
        <source>{0} goes on in the next line: it became a note of several lines.</source>
        <translation>{0} còn tiếp ở dòng sau: đã thành ghi chú nhiều dòng.</translation>
    </message>
    <message>
        <source>{0} goes over a line break: it was split there, as brat does.</source>
        <translation>{0} vắt qua chỗ xuống dòng: đã được tách tại đó, như brat vẫn làm.</translation>
    </message>
    <message>
        <source>{0} has a value of the wrong type: it must be a string, a boolean or a number.</source>
        <translation>{0} có giá trị sai kiểu: phải là chuỗi, đúng/sai hoặc số.</translation>
    </message>
    <message>
        <source>{0} has a value of the wrong type: it must be of type {1}.</source>
        <translation>{0} có giá trị sai kiểu: phải là {1}.</translation>
    </message>
    <message>
        <source>{0} has an empty label.</source>
        <translation>{0} có nhãn rỗng.</translation>
    </message>
    <message>
        <source>{0} has an empty text.</source>
        <translation>{0} có một văn bản rỗng.</translation>
    </message>
    <message>
        <source>{0} has another annotation of this task: its layer is called {1}.</source>
        <translation>{0} còn có một chú giải khác cho tác vụ này: lớp của chú giải ấy được gọi là {1}.</translation>
    </message>
    <message>
        <source>{0} has another layer on the article {1} already. Import it under another reviewer's name.</source>
        <translation>{0} đã có lớp chú giải khác trên bài {1}. Hãy nhập dưới tên người chú giải khác.</translation>
    </message>
    <message>
        <source>{0} has no attribute {1}.</source>
        <translation>{0} không có thuộc tính {1}.</translation>
    </message>
    <message>
        <source>{0} has no layer here; these have: {1}.</source>
        <translation>{0} không có lớp chú giải ở đây; những người có: {1}.</translation>
    </message>
    <message>
        <source>{0} has no layer here: nobody has one yet.</source>
        <translation>{0} không có lớp chú giải ở đây: chưa ai có.</translation>
    </message>
    <message>
        <source>{0} has no mention that could be read: it is left out.</source>
        <translation>{0} không có đề cập nào đọc được: đã bỏ qua.</translation>
    </message>
    <message>
        <source>{0} has no role {1}.</source>
        <translation>{0} không có vai {1}.</translation>
    </message>
    <message>
        <source>{0} has no two ends, {1} and {2}.</source>
        <translation>{0} không có đủ hai đầu {1} và {2}.</translation>
    </message>
    <message>
        <source>{0} has no type and offsets of the form TYPE START END: the line is kept, and written again, but not shown.</source>
        <translation>{0} không có loại và vị trí theo dạng TYPE START END: dòng được giữ và ghi lại, nhưng không hiển thị.</translation>
    </message>
    <message>
        <source>{0} has no type.</source>
        <translation>{0} không có loại.</translation>
    </message>
    <message>
        <source>{0} has no {1} with a charseq.</source>
        <translation>{0} không có {1} kèm charseq.</translation>
    </message>
    <message>
        <source>{0} has the attribute {1} already: the line is kept, and written again, but not shown.</source>
        <translation>{0} đã có thuộc tính {1}: dòng được giữ và ghi lại, nhưng không hiển thị.</translation>
    </message>
    <message>
        <source>{0} has the character U+{1}, half of a pair, which can't be kept. Save the file again as UTF-8.</source>
        <translation>{0} có ký tự U+{1}, nửa của một cặp, nên không lưu được. Hãy lưu lại tệp ở dạng UTF-8.</translation>
    </message>
    <message>
        <source>{0} has the id “{1}”, which is no number: left out.</source>
        <translation>{0} có mã “{1}”, không phải là số: đã bỏ qua.</translation>
    </message>
    <message>
        <source>{0} has the trigger {1}, which is not there: it is shown without one.</source>
        <translation>{0} có từ kích hoạt {1}, nhưng từ này không tồn tại: sự kiện được hiển thị không có từ kích hoạt.</translation>
    </message>
    <message>
        <source>{0} has {1} items, not {2}.</source>
        <translation>{0} có {1} phần tử, không phải {2}.</translation>
    </message>
    <message>
        <source>{0} has {1} roles and {2} targets: its arguments were left out.</source>
        <translation>{0} có {1} vai và {2} đích: đã bỏ qua các tham tố của nó.</translation>
    </message>
    <message>
        <source>{0} has {1} values; it may have one.</source>
        <translation>{0} có {1} giá trị; nó chỉ được có một.</translation>
    </message>
    <message>
        <source>{0} is about {1}, which is not there: the line is kept, and written again, but not shown.</source>
        <translation>{0} nói về {1}, nhưng mục này không tồn tại: dòng được giữ và ghi lại, nhưng không hiển thị.</translation>
    </message>
    <message>
        <source>{0} is an open project. Choose another name for the copy.</source>
        <translation>{0} là dự án đang mở. Hãy chọn tên khác cho bản sao.</translation>
    </message>
    <message>
        <source>{0} is damaged. Export what can still be read, or open a copy of it from before.</source>
        <translation>{0} bị hỏng. Hãy xuất những gì còn đọc được, hoặc mở bản sao trước đó.</translation>
    </message>
    <message>
        <source>{0} is damaged: it does not tell the version that made it. Open a copy of it from before.</source>
        <translation>{0} bị hỏng: tệp không cho biết phiên bản nào đã tạo ra nó. Hãy mở một bản sao từ trước.</translation>
    </message>
    <message>
        <source>{0} is empty, or has an empty text.</source>
        <translation>{0} rỗng, hoặc có một văn bản rỗng.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} rỗng.</translation>
    </message>
    <message>
        <source>{0} is in use by {1}. Close it there, or wait until it has finished, and try again.</source>
        <translation>{0} đang được {1} dùng. Hãy đóng ở đó, hoặc đợi xong rồi thử lại.</translation>
    </message>
    <message>
        <source>{0} is its own ancestor.</source>
        <translation>{0} là nhãn cha của chính nó.</translation>
    </message>
    <message>
        <source>{0} is just being made by {1}.</source>
        <translation>{0} đang được {1} tạo ra.</translation>
    </message>
    <message>
        <source>{0} is open here under its former name, {1}. Close the window, and open it again.</source>
        <translation>{0} đang mở ở đây dưới tên cũ là {1}. Hãy đóng cửa sổ rồi mở lại.</translation>
    </message>
    <message>
        <source>{0} is left out, here and further down: there is no place for it.</source>
        <translation>{0} bị bỏ qua ở đây và cả về sau: không có chỗ cho nó.</translation>
    </message>
    <message>
        <source>{0} is missing before this line.</source>
        <translation>Thiếu {0} trước dòng này.</translation>
    </message>
    <message>
        <source>{0} is missing in the folder: it says what the types of the file are. Put the one there that was exported with it.</source>
        <translation>Thiếu {0} trong thư mục: tệp ấy cho biết các kiểu của tệp này. Hãy đặt vào đó tệp đã được xuất cùng.</translation>
    </message>
    <message>
        <source>{0} is missing.</source>
        <translation>Thiếu {0}.</translation>
    </message>
    <message>
        <source>{0} is no longer where it was: it was removed, renamed or replaced. Save a copy of the open project to go on with it.</source>
        <translation>{0} không còn ở chỗ cũ: tệp đã bị xóa, đổi tên hoặc thay thế. Hãy lưu bản sao của dự án đang mở để làm tiếp.</translation>
    </message>
    <message>
        <source>{0} is no number in JSON.</source>
        <translation>{0} không phải số trong JSON.</translation>
    </message>
    <message>
        <source>{0} is no range: write the least and the most, as in {1}.</source>
        <translation>{0} không phải là một khoảng: hãy viết số ít nhất và số nhiều nhất, như {1}.</translation>
    </message>
    <message>
        <source>{0} is not a color; write it as #rrggbb.</source>
        <translation>{0} không phải màu; hãy viết dạng #rrggbb.</translation>
    </message>
    <message>
        <source>{0} is not a label of entities or events.</source>
        <translation>{0} không phải nhãn của thực thể hay sự kiện.</translation>
    </message>
    <message>
        <source>{0} is not a label of this tagset.</source>
        <translation>{0} không phải nhãn của bộ nhãn này.</translation>
    </message>
    <message>
        <source>{0} is not a project of Annotator.</source>
        <translation>{0} không phải dự án của Annotator.</translation>
    </message>
    <message>
        <source>{0} is not a project, or its beginning is damaged. Open a copy of it from before.</source>
        <translation>{0} không phải dự án, hoặc phần đầu bị hỏng. Hãy mở bản sao trước đó.</translation>
    </message>
    <message>
        <source>{0} is not a value of {1}.</source>
        <translation>{0} không phải giá trị của {1}.</translation>
    </message>
    <message>
        <source>{0} is not known here, and metadata has another {0}.</source>
        <translation>Không có {0} ở đây, và metadata có {0} khác.</translation>
    </message>
    <message>
        <source>{0} is not known here.</source>
        <translation>Không có {0} ở đây.</translation>
    </message>
    <message>
        <source>{0} is not made up of its tokens: the text is that of the tokens.</source>
        <translation>{0} không khớp với các token của nó: văn bản được lấy theo token.</translation>
    </message>
    <message>
        <source>{0} is not made up of the tokens: the text is that of the tokens.</source>
        <translation>{0} không khớp với các token: văn bản được lấy theo token.</translation>
    </message>
    <message>
        <source>{0} is not of the form NAME:TYPE; commas stand between them.</source>
        <translation>{0} không theo dạng NAME:TYPE; giữa chúng là dấu phẩy.</translation>
    </message>
    <message>
        <source>{0} is not of the form of such lines: it is kept, and written again, but not shown.</source>
        <translation>{0} không theo dạng của loại dòng này: dòng được giữ và ghi lại, nhưng không hiển thị.</translation>
    </message>
    <message>
        <source>{0} is not what stands at its offsets, which were kept.</source>
        <translation>{0} không phải là đoạn ở vị trí của nó; vị trí được giữ nguyên.</translation>
    </message>
    <message>
        <source>{0} is not what the journal tells.</source>
        <translation>{0} không khớp với nhật ký.</translation>
    </message>
    <message>
        <source>{0} is open for reading only, so nothing can be changed in it.</source>
        <translation>{0} chỉ mở để đọc, nên không sửa được gì.</translation>
    </message>
    <message>
        <source>{0} is there already. Open it, or choose another name.</source>
        <translation>Đã có {0}. Hãy mở nó, hoặc chọn tên khác.</translation>
    </message>
    <message>
        <source>{0} is {1}, as of another mention.</source>
        <translation>{0} là {1}, trùng với một đề cập khác.</translation>
    </message>
    <message>
        <source>{0} is {1}, but must be one of {2}.</source>
        <translation>{0} là {1}, nhưng phải là một trong {2}.</translation>
    </message>
    <message>
        <source>{0} is {1}, but the sentence has no such mention.</source>
        <translation>{0} là {1}, nhưng câu không có đề cập nào như vậy.</translation>
    </message>
    <message>
        <source>{0} is {1}, but the sentence has the tokens 0–{2}.</source>
        <translation>{0} là {1}, nhưng câu có các token 0–{2}.</translation>
    </message>
    <message>
        <source>{0} is {1}, but the sentences are 0–{2}.</source>
        <translation>{0} là {1}, nhưng các câu là 0–{2}.</translation>
    </message>
    <message>
        <source>{0} is {1}, but {2} has the number {3} further up: the name counts.</source>
        <translation>{0} là {1}, nhưng ở phía trên {2} mang số {3}: lấy theo tên.</translation>
    </message>
    <message>
        <source>{0} is “{1}”, but its tokens are “{2}”, which count.</source>
        <translation>{0} là “{1}”, nhưng các token của nó là “{2}”: lấy theo token.</translation>
    </message>
    <message>
        <source>{0} is “{1}”, but “{2}” stands at the fragments: offsets count code points.</source>
        <translation>{0} là “{1}”, nhưng tại các mảnh là “{2}”: vị trí tính theo điểm mã.</translation>
    </message>
    <message>
        <source>{0} leads to no event.</source>
        <translation>{0} không trỏ đến sự kiện nào.</translation>
    </message>
    <message>
        <source>{0} lies at {1}–{2}, but the text has {3} UTF-16 units: left out.</source>
        <translation>{0} nằm ở {1}–{2}, nhưng văn bản có {3} đơn vị UTF-16: đã bỏ qua.</translation>
    </message>
    <message>
        <source>{0} links to itself.</source>
        <translation>{0} liên kết đến chính nó.</translation>
    </message>
    <message>
        <source>{0} links to {1}, which does not exist.</source>
        <translation>{0} liên kết đến {1}, vốn không tồn tại.</translation>
    </message>
    <message>
        <source>{0} links to {1}, which is not there: the line is kept, and written again, but not shown.</source>
        <translation>{0} liên kết tới {1}, nhưng mục này không tồn tại: dòng được giữ và ghi lại, nhưng không hiển thị.</translation>
    </message>
    <message>
        <source>{0} may not be written: it is read-only.</source>
        <translation>Không ghi được {0}: tệp chỉ đọc.</translation>
    </message>
    <message>
        <source>{0} more things are wrong with the article.</source>
        <translation>Còn {0} điều sai nữa với bài này.</translation>
    </message>
    <message>
        <source>{0} must be a list of texts and numbers, or [true, false].</source>
        <translation>{0} phải là danh sách chuỗi và số, hoặc [true, false].</translation>
    </message>
    <message>
        <source>{0} must be a list of texts: ["…", "…"].</source>
        <translation>{0} phải là danh sách chuỗi: ["…", "…"].</translation>
    </message>
    <message>
        <source>{0} must be a start, an end and a label.</source>
        <translation>{0} phải gồm chỗ bắt đầu, chỗ kết thúc và nhãn.</translation>
    </message>
    <message>
        <source>{0} must be a text in quotes.</source>
        <translation>{0} phải là chuỗi trong ngoặc kép.</translation>
    </message>
    <message>
        <source>{0} must be a text, a number, true or false.</source>
        <translation>{0} phải là chuỗi, số, true hoặc false.</translation>
    </message>
    <message>
        <source>{0} must be a whole number.</source>
        <translation>{0} phải là số nguyên.</translation>
    </message>
    <message>
        <source>{0} must be true or false.</source>
        <translation>{0} phải là true hoặc false.</translation>
    </message>
    <message>
        <source>{0} must be written as tables {1}.</source>
        <translation>{0} phải viết thành bảng {1}.</translation>
    </message>
    <message>
        <source>{0} must be {1}.</source>
        <translation>{0} phải là {1}.</translation>
    </message>
    <message>
        <source>{0} must have one end {1}.</source>
        <translation>{0} phải có đúng một đầu {1}.</translation>
    </message>
    <message>
        <source>{0} needs two members or more.</source>
        <translation>{0} cần ít nhất hai thành viên.</translation>
    </message>
    <message>
        <source>{0} needs {1} × {2}, has {3}.</source>
        <translation>{0} cần {1} × {2}, mới có {3}.</translation>
    </message>
    <message>
        <source>{0} of the things that Annotator had noted here were left out: what they belong to was changed or removed since.</source>
        <translation>{0} điều mà Annotator từng ghi ở đây đã bị bỏ qua: những gì chúng thuộc về đã bị thay đổi hoặc xóa từ đó.</translation>
    </message>
    <message>
        <source>{0} of {1} are layout, no annotations: left out.</source>
        <translation>{0} {1} là bố cục, không phải chú giải: đã bỏ qua.</translation>
    </message>
    <message>
        <source>{0} of {1} are no annotations: left out.</source>
        <translation>{0} {1} không phải là chú giải: đã bỏ qua.</translation>
    </message>
    <message>
        <source>{0} of {1}: by their labels, places and the words between them.</source>
        <translation>{0} của {1}: theo nhãn, vị trí và các từ ở giữa.</translation>
    </message>
    <message>
        <source>{0} is no longer there: it was removed since.</source>
        <translation>{0} không còn ở đó: nó đã bị xóa sau đó.</translation>
    </message>
    <message>
        <source>{0} of {2} in “{1}” is no longer as it was: it was changed since.</source>
        <translation>{0} của {2} trong “{1}” không còn như cũ: nó đã bị sửa sau đó.</translation>
    </message>
    <message>
        <source>{0} of {3} in “{2}” links to {1}, which it can't.</source>
        <translation>{0} của {3} trong “{2}” liên kết đến {1}, điều không được phép.</translation>
    </message>
    <message>
        <source>{0} of “{1}” is no longer as it was: it was changed since.</source>
        <translation>{0} của “{1}” không còn như cũ: nó đã bị sửa sau đó.</translation>
    </message>
    <message>
        <source>{0} proposes it.</source>
        <translation>{0} gợi ý điều này.</translation>
    </message>
    <message>
        <source>{0} proposes what does not fit the text: {1}</source>
        <translation>{0} gợi ý điều không khớp với văn bản: {1}</translation>
    </message>
    <message>
        <source>{0} stretches that arguments, relations or clusters lead to are no mentions: they came in as mentions with the label {1}.</source>
        <translation>{0} đoạn mà tham tố, quan hệ hoặc cụm trỏ đến không phải là đề cập: chúng được đưa vào thành đề cập với nhãn {1}.</translation>
    </message>
    <message>
        <source>{0} takes {1} × {2} at most, has {3}.</source>
        <translation>{0} chỉ nhận nhiều nhất {1} × {2}, đang có {3}.</translation>
    </message>
    <message>
        <source>{0} was left out: it belongs to no region with a label.</source>
        <translation>Đã bỏ qua {0}: nó không thuộc vùng nào có nhãn.</translation>
    </message>
    <message>
        <source>{0} was left out: it is a region of a page or picture, not of plain text.</source>
        <translation>Đã bỏ qua {0}: đó là vùng của một trang hay hình ảnh, không phải của văn bản thuần.</translation>
    </message>
    <message>
        <source>{0} was left out: it is a region without a label.</source>
        <translation>Đã bỏ qua {0}: đó là một vùng không có nhãn.</translation>
    </message>
    <message>
        <source>{0} was left out: it leads from {1} to {2}, and both must be entities.</source>
        <translation>Đã bỏ qua {0}: nó đi từ {1} đến {2}, mà cả hai đầu phải là thực thể.</translation>
    </message>
    <message>
        <source>{0} was left out: it leads to no region with a label.</source>
        <translation>Đã bỏ qua {0}: nó không dẫn tới vùng nào có nhãn.</translation>
    </message>
    <message>
        <source>{0} was left out: its region has such a value already.</source>
        <translation>Đã bỏ qua {0}: vùng của nó đã có giá trị như thế.</translation>
    </message>
    <message>
        <source>{0} was left out: its region has too many labels.</source>
        <translation>Đã bỏ qua {0}: vùng của nó có quá nhiều nhãn.</translation>
    </message>
    <message>
        <source>{0} was left out: its value is missing.</source>
        <translation>Đã bỏ qua {0}: thiếu giá trị.</translation>
    </message>
    <message>
        <source>{0} was left out: neither spans nor tokens say what its ends are.</source>
        <translation>Đã bỏ qua {0}: cả spans lẫn tokens đều không cho biết hai đầu của nó.</translation>
    </message>
    <message>
        <source>{0} was made by a newer version of Annotator. Install that version to open it.</source>
        <translation>{0} do phiên bản Annotator mới hơn tạo ra. Hãy cài phiên bản ấy để mở.</translation>
    </message>
    <message>
        <source>{0} was made by an older version of Annotator, and has to be opened once where it may be written.</source>
        <translation>{0} do phiên bản Annotator cũ tạo ra, cần được mở một lần ở nơi có quyền ghi.</translation>
    </message>
    <message>
        <source>{0} was not closed, and can't be put in order in a folder that may not be written. Copy it together with {1} to another folder and open it there.</source>
        <translation>{0} chưa được đóng đúng cách, và không sửa lại được trong thư mục không có quyền ghi. Hãy chép nó cùng {1} sang thư mục khác rồi mở ở đó.</translation>
    </message>
    <message>
        <source>{0}: a fragment is a start and an end.</source>
        <translation>{0}: một mảnh gồm điểm đầu và điểm cuối.</translation>
    </message>
    <message>
        <source>{0}: problems found: {1}.</source>
        <translation>{0}: số vấn đề tìm thấy: {1}.</translation>
    </message>
    <message>
        <source>{0}: {1}–{2} are no tokens of this article, which has 0–{3}.</source>
        <translation>{0}: {1}–{2} không phải là token của bài này, bài có các token 0–{3}.</translation>
    </message>
    <message>
        <source>{0}–{1} lie outside the text, and “{2}” stands nowhere near.</source>
        <translation>{0}–{1} nằm ngoài văn bản, và gần đó không có “{2}”.</translation>
    </message>
    <message>
        <source>{1} of {3} in “{2}” still links to {0}, so it can't be removed alone.</source>
        <translation>{1} của {3} trong “{2}” còn liên kết đến {0}, nên không xóa riêng được.</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” are no offsets.</source>
        <translation>“{0}” và “{1}” không phải là vị trí.</translation>
    </message>
    <message>
        <source>“{0}” can't be taken back: {1}</source>
        <translation>Không hoàn tác được “{0}”: {1}</translation>
    </message>
    <message>
        <source>“{0}” can't be taken back: {1} was worked on since. Remove the article instead.</source>
        <translation>Không thể hoàn tác “{0}”: bài {1} đã được chú giải sau đó. Hãy bỏ bài ấy ra khỏi danh sách.</translation>
    </message>
    <message>
        <source>“{0}” declares no layer: the header has {1}, {2} and {3}.</source>
        <translation>“{0}” không khai báo lớp nào: phần đầu tệp gồm {1}, {2} và {3}.</translation>
    </message>
    <message>
        <source>“{0}” does not stand at its offsets {1}, and nowhere else for certain: it stays there, with a note.</source>
        <translation>“{0}” không nằm ở vị trí {1} đã ghi, cũng không chắc nằm ở đâu khác: đề cập được giữ tại đó, kèm một ghi chú.</translation>
    </message>
    <message>
        <source>“{0}” does not stand at its offsets {1}, but at {2}: it was moved there.</source>
        <translation>“{0}” không nằm ở vị trí {1} đã ghi, mà ở {2}: đã được chuyển tới đó.</translation>
    </message>
    <message>
        <source>“{0}” does not stand at {1}–{2} of the text: the line was left out.</source>
        <translation>“{0}” không nằm ở {1}–{2} của văn bản: đã bỏ qua dòng này.</translation>
    </message>
    <message>
        <source>“{0}” does not stand at {1}–{2}, but near by: the mention is there now.</source>
        <translation>“{0}” không nằm ở {1}–{2} mà ở gần đó: đề cập nay được đặt ở đó.</translation>
    </message>
    <message>
        <source>“{0}” does not stand at {1}–{2}: the mention is what stands there.</source>
        <translation>“{0}” không nằm ở {1}–{2}: đề cập là những gì nằm ở đó.</translation>
    </message>
    <message>
        <source>“{0}” has more than a host, a port and a path.</source>
        <translation>“{0}” chứa nhiều hơn máy chủ, cổng và đường dẫn.</translation>
    </message>
    <message>
        <source>“{0}” has no label: write one after a comma, or choose one for the whole list.</source>
        <translation>“{0}” không có nhãn: hãy viết nhãn sau dấu phẩy, hoặc chọn một nhãn cho cả danh sách.</translation>
    </message>
    <message>
        <source>“{0}” is no address: write http://localhost:9090.</source>
        <translation>“{0}” không phải địa chỉ: hãy viết http://localhost:9090.</translation>
    </message>
    <message>
        <source>“{0}” is no address: {1}.</source>
        <translation>“{0}” không phải địa chỉ: {1}.</translation>
    </message>
    <message>
        <source>“{0}” is no name of a type or feature: these are letters, digits and _.</source>
        <translation>“{0}” không phải là tên kiểu hay đặc trưng: tên gồm chữ cái, chữ số và _.</translation>
    </message>
    <message>
        <source>“{0}” of {1} was left out: it leads to no other annotation that was read.</source>
        <translation>Đã bỏ qua “{0}” của {1}: nó không dẫn đến chú giải nào khác đã đọc được.</translation>
    </message>
    <message>
        <source>“{0}” stands nowhere in the article for certain, and the offsets {1} are none: the line is kept, and written again, but not shown.</source>
        <translation>“{0}” không chắc nằm ở đâu trong bài, còn {1} không phải là vị trí hợp lệ: dòng được giữ và ghi lại, nhưng không hiển thị.</translation>
    </message>
    <message>
        <source>Many changes are being written. Wait for it, or cancel it.</source>
        <translation>Nhiều thay đổi đang được ghi. Hãy đợi, hoặc hủy việc đó.</translation>
    </message>
    <message>
        <source>“{0}” changes so much that it takes a while.</source>
        <translation>“{0}” thay đổi nhiều đến mức cần một lúc.</translation>
    </message>
</context>
<context>
    <name>Qt</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Có</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Không</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Chọn</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Cắt</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Press shortcut</source>
        <translation>Bấm tổ hợp phím</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>Tìm t&amp;rong:</translation>
    </message>
    <message>
        <source>Save in:</source>
        <translation>Lưu vào:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Tên tệp:</translation>
    </message>
    <message>
        <source>&amp;Directory:</source>
        <translation>&amp;Thư mục:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Thư mục:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Loại tệ&amp;p:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ngày sửa</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Lùi</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tiến</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Lùi</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Tiến</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Thư mục cha</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Lên thư mục cha</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Thư mục mới</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Thư mục &amp;mới</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Xem danh sách</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Xem danh sách</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Xem chi tiết</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Xem chi tiết</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Thanh bên</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổi &amp;tên</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Hiện tệp ẩ&amp;n</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Nơi gần đây</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 đã có.
Bạn có muốn thay thế không?</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Không tìm thấy tệp.
Hãy kiểm tra lại tên tệp.</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Không tìm thấy thư mục.
Hãy kiểm tra lại tên thư mục.</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Danh sách nơi chốn và dấu trang</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Hiện </translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Select Color</source>
        <translation>Chọn màu</translation>
    </message>
    <message>
        <source>Hu&amp;e:</source>
        <translation>Sắ&amp;c:</translation>
    </message>
    <message>
        <source>&amp;Sat:</source>
        <translation>Đậ&amp;m:</translation>
    </message>
    <message>
        <source>&amp;Val:</source>
        <translation>&amp;Sáng:</translation>
    </message>
    <message>
        <source>&amp;Red:</source>
        <translation>Đỏ (&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Green:</source>
        <translation>Lục (&amp;G):</translation>
    </message>
    <message>
        <source>Bl&amp;ue:</source>
        <translation>Lam (&amp;U):</translation>
    </message>
    <message>
        <source>A&amp;lpha channel:</source>
        <translation>Độ đục (&amp;A):</translation>
    </message>
    <message>
        <source>&amp;HTML:</source>
        <translation>HTM&amp;L:</translation>
    </message>
    <message>
        <source>&amp;Basic colors</source>
        <translation>Màu cơ &amp;bản</translation>
    </message>
    <message>
        <source>&amp;Custom colors</source>
        <translation>Màu &amp;tự chọn</translation>
    </message>
    <message>
        <source>&amp;Add to Custom Colors</source>
        <translation>Thêm vào màu tự chọ&amp;n</translation>
    </message>
    <message>
        <source>&amp;Pick Screen Color</source>
        <translation>Lấ&amp;y màu trên màn hình</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Sao chép địa chỉ &amp;liên kết</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Trái</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Phải</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
</context>
</TS>
