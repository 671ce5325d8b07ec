// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/sendingwords.h"

#include "ui/order/enginename.h"
#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace retake {

namespace {

class SendingWords
{
    Q_DECLARE_TR_FUNCTIONS(SendingWords)
};

QString number(double value)
{
    return QLocale().toString(std::round(value * 100) / 100, 'g', 6);
}

QString channelsText(int channels)
{
    if (channels == 1)
        return SendingWords::tr("mono");
    if (channels == 2)
        return SendingWords::tr("stereo");
    return SendingWords::tr("%1 channels").arg(channels);
}

QString soundText(const std::optional<AudioInfo> &audio)
{
    if (!audio)
        return SendingWords::tr("none");
    return SendingWords::tr("%1, %2, %3 kHz")
        .arg(audio->codec.toUpper(), channelsText(audio->channels), number(audio->sampleRate / 1000.0));
}

QString codecText(const QString &codec)
{
    if (codec == u"h264")
        return QStringLiteral("H.264");
    if (codec == u"hevc")
        return QStringLiteral("H.265");
    return codec.toUpper();
}

QString lifeText(std::chrono::seconds life)
{
    const double hours = double(life.count()) / 3600;
    return hours >= 1 ? SendingWords::tr("%1 h").arg(number(hours))
                      : SendingWords::tr("%1 min").arg(number(hours * 60));
}

QString valueText(const ParameterSpec &spec, const QJsonValue &value)
{
    switch (spec.type) {
    case ParameterSpec::Type::Boolean:
        return value.toBool() ? SendingWords::tr("yes") : SendingWords::tr("no");
    case ParameterSpec::Type::Integer:
        return QString::number(value.toInteger());
    case ParameterSpec::Type::Choice:
        for (const ParameterSpec::Choice &choice : spec.choices) {
            if (choice.value == value)
                return choice.label.in(QLocale().name());
        }
        return value.toString();
    }
    return {};
}

const QString &extension()
{
    static const QString name = QStringLiteral("prompt_extend");
    return name;
}

} // namespace

QList<FactList::Fact> clipFacts(const ClipInfo &clip)
{
    const VideoInfo &video = clip.video;
    const double seconds = double(clip.duration.count()) / 1e6;
    return {{SendingWords::tr("File"),
             SendingWords::tr("%1, %2").arg(bytesText(clip.bytes), codecText(video.codec))},
            {SendingWords::tr("Picture"),
             SendingWords::tr("%1 × %2").arg(video.size.width()).arg(video.size.height())},
            {SendingWords::tr("Rate"),
             SendingWords::tr("%1 frames a second").arg(number(video.frameRate.toDouble()))},
            {SendingWords::tr("Length"),
             SendingWords::tr("%1, %2 frames").arg(secondsText(seconds), QLocale().toString(video.frames))},
            {SendingWords::tr("Sound"), soundText(clip.audio)}};
}

QList<FactList::Fact> optionFacts(const Draft &draft)
{
    QList<FactList::Fact> facts;
    for (const ParameterSpec &spec : draft.model().parameters) {
        const QJsonValue value = draft.parameter(spec.name);
        if (!value.isNull() && spec.name != extension()) // told beside the instruction
            facts.append({spec.label.in(QLocale().name()), valueText(spec, value)});
    }
    if (draft.variations() > 1)
        facts.append({SendingWords::tr("Variations"),
                      SendingWords::tr("%1, each an order of its own").arg(draft.variations())});
    return facts;
}

QString extensionSentence(const Draft &draft)
{
    const QJsonValue may = draft.parameter(extension());
    if (!may.isBool())
        return {};
    return may.toBool() ? SendingWords::tr("The service may extend this text before it works by it.")
                        : SendingWords::tr("The service works by exactly these words.");
}

QList<FactList::Fact> destinationFacts(const Draft &draft, const Catalogue &catalogue)
{
    const Account &account = draft.account();
    if (account.isPractice())
        return {
            {SendingWords::tr("To"), SendingWords::tr("the practice service, which runs on this computer")}};
    const ServiceSpec *service = catalogue.service(account.service);
    QList<FactList::Fact> facts{
        {SendingWords::tr("To"), service ? service->name.in(QLocale().name()) : account.service}};
    const QString host = account.baseUrl.host();
    if (const QString region = regionName(account, catalogue); region != host)
        facts.append({SendingWords::tr("Region"), region});
    facts.append({SendingWords::tr("Host"), host});
    return facts;
}

QStringList staySentences(const Draft &draft)
{
    if (draft.account().isPractice())
        return {SendingWords::tr("It stays on this computer: nothing goes out to the network."),
                SendingWords::tr("The practice service throws its copies away when Retake is closed.")};
    const ModelSpec &model = draft.model();
    return {SendingWords::tr(
                "What is uploaded lies in the service's temporary storage and is deleted there after %1.")
                .arg(lifeText(model.uploadLife)),
            SendingWords::tr("The take stays there for %1 after it is made; Retake fetches it at once.")
                .arg(lifeText(model.resultLife))};
}

} // namespace retake
