// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the window: start to first picture, click to create request, and rest with five tasks
// polling.
#include "core.h"
#include "playback/pairplayer.h"
#include "session/draft.h"
#include "session/preparation.h"
#include "session/workspace.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/viewer/viewerpane.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <sys/resource.h>
#include <vector>

using namespace retake;

namespace {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

double processorSeconds()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void waitUntil(const std::function<bool()> &reached, std::chrono::milliseconds atMost)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (reached())
            loop.quit();
    });
    look.start(1);
    QTimer::singleShot(atMost, &loop, &QEventLoop::quit);
    loop.exec();
}

// Takes creates and answers every query with PENDING: a service that is busy for as long as it is asked.
class BusyService : public QTcpServer
{
    Q_OBJECT
public:
    BusyService()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    QString address() const { return QStringLiteral("http://127.0.0.1:%1/api/v1").arg(serverPort()); }

    int creates = 0;
    int queries = 0;

Q_SIGNALS:
    void createArrived();

private:
    void answer(QTcpSocket *socket)
    {
        const QByteArray request = socket->readAll();
        const bool creates_ = request.startsWith("POST");
        if (creates_) {
            ++creates;
            Q_EMIT createArrived();
        } else {
            ++queries;
        }
        const QByteArray body = "{\"request_id\":\"r\",\"output\":{\"task_id\":\"t-" +
                                QByteArray::number(creates) + "\",\"task_status\":\"PENDING\"}}";
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                      QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
};

// The program as app/window builds it, without its command line.
struct Program
{
    Program(const QString &dataDir, const QProcessEnvironment &environment)
        : core(Core::open(dataDir, environment).value())
        , theme(*qApp)
        , draft(core->catalogue)
        , workspace(*core->store, core->queue, draft, core->paths)
        , preparation(draft, core->queue.media(), core->paths)
    {
        theme.choose(core->settings.theme());
        (void)core->queue.recover();
        window = std::make_unique<MainWindow>(MainWindow::Rooms{core->settings,
                                                                core->paths,
                                                                core->catalogue,
                                                                core->accounts,
                                                                core->queue,
                                                                draft,
                                                                workspace,
                                                                preparation,
                                                                theme,
                                                                {}});
    }

    std::unique_ptr<Core> core;
    Theme theme;
    Draft draft;
    Workspace workspace;
    Preparation preparation;
    std::unique_ptr<MainWindow> window;
};

QProcessEnvironment accountAt(const QString &address)
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("DASHSCOPE_API_KEY"), QStringLiteral("sk-bench"));
    environment.insert(QStringLiteral("DASHSCOPE_HTTP_BASE_URL"), address);
    return environment;
}

Order remoteOrder()
{
    Order order;
    order.clip = QStringLiteral("https://example.invalid/clip.mp4"); // nothing to conform, nothing to upload
    order.prompt = QStringLiteral("black and white");
    order.model = QStringLiteral("wan2.7-videoedit");
    order.account = QStringLiteral("dashscope");
    order.parameters = {{QStringLiteral("resolution"), QStringLiteral("720P")}};
    return order;
}

void measureStart(QTextStream &out)
{
    std::vector<double> times;
    for (int run = 0; run < 6; ++run) {
        QTemporaryDir data;
        QElapsedTimer clock;
        clock.start();
        Program program(data.path(), {});
        bool shown = false;
        auto *pane = program.window->findChild<ViewerPane *>();
        QObject::connect(pane->player(), &PairPlayer::pairReady, pane, [&] { shown = true; });
        program.window->openClip(QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/parrot.mp4"));
        program.window->show();
        waitUntil([&] { return shown; }, std::chrono::seconds(10));
        if (run > 0) // the first run is cold
            times.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    out << "window, start to first picture: median " << median(times) << " ms (aim 300)\n";
}

void measureClick(QTextStream &out)
{
    std::vector<double> times;
    for (int run = 0; run < 20; ++run) {
        BusyService service;
        QTemporaryDir data;
        Program program(data.path(), accountAt(service.address()));
        bool arrived = false;
        QObject::connect(&service, &BusyService::createArrived, &service, [&] { arrived = true; });
        QElapsedTimer clock;
        clock.start();
        (void)program.core->queue.enqueue(remoteOrder());
        waitUntil([&] { return arrived; }, std::chrono::seconds(10));
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    out << "click to create request, without conform and upload: median " << median(times)
        << " ms (aim 50)\n";
}

void measureRest(QTextStream &out)
{
    BusyService service;
    QTemporaryDir data;
    Program program(data.path(), accountAt(service.address()));
    program.window->show();
    for (int task = 0; task < 5; ++task)
        (void)program.core->queue.enqueue(remoteOrder());
    waitUntil([&] { return service.creates == 5; }, std::chrono::seconds(10));
    QEventLoop().processEvents();
    const double before = processorSeconds();
    QElapsedTimer clock;
    clock.start();
    QEventLoop rest;
    QTimer::singleShot(std::chrono::seconds(32), &rest, &QEventLoop::quit);
    rest.exec();
    const double share = 100 * (processorSeconds() - before) / (double(clock.elapsed()) / 1e3);
    out << "rest with 5 tasks polling (" << service.queries << " queries in 32 s): " << share
        << " % of a core (aim 1)\n";
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QTextStream out(stdout);
    measureStart(out);
    measureClick(out);
    measureRest(out);
    return 0;
}

#include "bench_window.moc"
