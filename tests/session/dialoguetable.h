// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/paths.h"
#include "session/dialogue.h"
#include "store/store.h"
#include "support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace retake {

inline Catalogue catalogueOfProgram()
{
    QFile file(QStringLiteral(":/catalogue/catalogue.json"));
    return file.open(QIODevice::ReadOnly) ? Catalogue::parse(file.readAll()).value_or(Catalogue())
                                          : Catalogue();
}

// In memory where that can be had: each turn is a commit, and there are hundreds.
inline QString placeForTests()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
           QStringLiteral("/retake-talk-XXXXXX");
}

// A describer whose answers the test gives, when it likes.
class ScriptedChat final : public Chat
{
public:
    struct Asked
    {
        Credentials who;
        DescriberSpec describer;
        ChatRequest request;
        QPointer<ChatJob> job;

        QString text(qsizetype message) const { return request.messages.at(message).parts.last().text; }

        QString newest() const { return text(request.messages.size() - 1); }

        int parts(ChatPart::Kind kind) const
        {
            int count = 0;
            for (const ChatMessage &message : request.messages) {
                for (const ChatPart &part : message.parts)
                    count += part.kind == kind ? 1 : 0;
            }
            return count;
        }
    };

    ChatJob *ask(const Credentials &who, const DescriberSpec &describer, const ChatRequest &request,
                 QObject *parent) override
    {
        auto *job = new ChatJob(parent);
        asked.append({who, describer, request, job});
        return job;
    }

    void say(const QString &soFar) { Q_EMIT asked.last().job->said(soFar); }

    void answer(const QString &text, const QJsonObject &usage = {})
    {
        const Asked last = asked.last();
        Q_EMIT last.job->finished(ChatAnswer{text, last.describer.id, last.request.requestId, usage});
    }

    void refuse(ErrorKind kind) { Q_EMIT asked.last().job->finished(failure(kind)); }

    QList<Asked> asked;
};

class KnownAccounts final : public AccountSource
{
public:
    void credentials(const QString &id, QObject *, Ready ready) override
    {
        if (error)
            return ready(failure(*error));
        Account account;
        account.id = id;
        ready(Credentials{account, QStringLiteral("the-key")});
    }

    Engine *engine(const QString &) override { return nullptr; }

    std::optional<ErrorKind> error;
};

inline Account practiceOfBigmodel()
{
    return {QStringLiteral("practice-bigmodel"),
            QStringLiteral("bigmodel"),
            QStringLiteral("practice"),
            {},
            {},
            20};
}

inline Account mainland()
{
    return {QStringLiteral("bigmodel"), QStringLiteral("bigmodel"),
            QStringLiteral("mainland"), QUrl(QStringLiteral("https://open.bigmodel.cn/api/paas/v4")),
            QStringLiteral("bigmodel"), 1};
}

inline ClipInfo parrotClip()
{
    ClipInfo clip;
    clip.file = QStringLiteral("/films/parrot.mp4");
    clip.container = QStringLiteral("mov,mp4,m4a,3gp,3g2,mj2");
    clip.bytes = 1'000'000;
    clip.duration = std::chrono::seconds(5);
    clip.video.codec = QStringLiteral("h264");
    clip.video.pixelFormat = QStringLiteral("yuv420p");
    clip.video.codedSize = clip.video.size = {1280, 720};
    clip.video.frameRate = {30, 1};
    clip.video.frames = 150;
    clip.video.duration = clip.duration;
    clip.audio = AudioInfo{QStringLiteral("aac"), 48000, 2, clip.duration};
    return clip;
}

inline const QString parrotAddress = QStringLiteral("https://films.example/parrot.mp4");

inline const QString parrotAnswer = QStringLiteral("Subject: a parrot on a metal railing\n"
                                                   "Appearance: vibrant purple feathers, a black beak\n"
                                                   "Setting: a balcony above a blurred city\n"
                                                   "Light: soft dusk light\n"
                                                   "Camera: static close-up\n"
                                                   "Motion: the parrot turns its head slowly\n"
                                                   "Mood: calm, natural");

// One start of the program on a data folder.
struct DialogueTable
{
    explicit DialogueTable(const QString &dataDir)
        : paths(dataDir)
    {
        if (paths.create())
            store = std::move(*Store::open(paths.database()));
        dialogue = std::make_unique<Dialogue>(*store, catalogue, accounts, chat, paths, clock);
        QObject::connect(dialogue.get(), &Dialogue::refused, dialogue.get(),
                         [this](const Error &error) { refusals.append(error.kind); });
    }

    // A clip at an address: nothing has to be made to be shown.
    void open()
    {
        const Clip clip = store->clipForFile(parrotClip().file, clock.now()).value_or(Clip());
        dialogue->setAccount(practiceOfBigmodel());
        dialogue->openClip(parrotClip(), clip.id);
        if (!dialogue->conversation())
            QVERIFY(dialogue->setShowing(Showing::Address, parrotAddress));
    }

    void describe(const QString &answer = parrotAnswer)
    {
        dialogue->describe();
        chat.answer(answer);
    }

    void say(const QString &what, const QString &answer)
    {
        clock.advance(std::chrono::seconds(1));
        dialogue->say(what);
        chat.answer(answer);
    }

    QString part(DescriptionField field) const { return dialogue->description().field(field); }

    TurnId tip() const { return dialogue->tip()->id; }

    Paths paths;
    Catalogue catalogue = catalogueOfProgram();
    ManualClock clock;
    KnownAccounts accounts;
    ScriptedChat chat;
    QList<ErrorKind> refusals;
    std::unique_ptr<Store> store;
    std::unique_ptr<Dialogue> dialogue; // before the store
};

} // namespace retake
