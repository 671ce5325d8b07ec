// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/remake.h"

#include "practice/child.h"
#include "practice/grade.h"
#include "practice/marks.h"
#include "practice/remakegraph.h"
#include "practice/scenery.h"

#include <QFile>
#include <QLinearGradient>
#include <QPainter>
#include <QRandomGenerator>

namespace retake {

namespace {

constexpr std::chrono::minutes longestRemake{20};
constexpr int quick = 90; // of the PNGs that are read once: hardly compressed

QColor paintOf(Colour colour)
{
    const Rgb rgb = toRgb(sampleOf(colour));
    return QColor::fromRgbF(float(rgb.r), float(rgb.g), float(rgb.b));
}

QImage filling(const QByteArray &bytes, QSize size)
{
    const QImage image =
        QImage::fromData(bytes).scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return image
        .copy(QRect(QPoint((image.width() - size.width()) / 2, (image.height() - size.height()) / 2), size))
        .convertToFormat(QImage::Format_RGB32);
}

void gradeImage(QImage &image, const Grade &grade)
{
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const Rgb c = grade({qRed(line[x]) / 255.0, qGreen(line[x]) / 255.0, qBlue(line[x]) / 255.0});
            line[x] = qRgb(qRound(c.r * 255), qRound(c.g * 255), qRound(c.b * 255));
        }
    }
}

// Drawn small where it is large: nobody counts the pixels of a practice sky.
QImage drawnScene(const RemakePlan &plan, QSize size, quint32 seed)
{
    const QSize small = size.height() > 1080 || size.width() > 1920 ? size / 2 : size;
    QRandomGenerator random(seed);
    QImage scene(small, QImage::Format_RGB32);
    QPainter painter(&scene);
    QLinearGradient sky(0, 0, 0, small.height());
    const QColor top =
        plan.around.isEmpty() ? QColor(120, 160, 200) : paintOf(plan.around.first()).darker(125);
    sky.setColorAt(0, top);
    sky.setColorAt(1, plan.around.size() > 1 ? paintOf(plan.around[1]) : top.lighter(165));
    painter.fillRect(scene.rect(), sky);
    if (plan.place) {
        painter.drawImage(0, 0, drawPlace(*plan.place, small, random, Middle::Filled));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(top.darker(170));
        painter.drawEllipse(QPointF(small.width() / 2.0, small.height() * 1.25), small.width() * 0.9,
                            small.height() * 0.45);
    }
    painter.end();
    Reading graded = plan.light;
    graded.looks += plan.air.looks + plan.styles;
    if (!graded.looks.isEmpty())
        gradeImage(scene, Grade(graded, std::nullopt, seed));
    QPainter above(&scene);
    for (const Overlay &overlay : overlaysFor(plan.light, small, seed))
        above.drawImage(overlay.at, overlay.image);
    above.end();
    return small == size ? scene : scene.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

class Layers
{
public:
    explicit Layers(QString folder)
        : m_folder(std::move(folder))
    {}

    QString save(const QImage &image)
    {
        const QString name = QStringLiteral("layer%1.png").arg(m_count++);
        m_written = image.save(QString(m_folder + u'/' + name), "PNG", quick) && m_written;
        return name;
    }

    bool areWritten() const { return m_written; }

private:
    QString m_folder;
    int m_count = 0;
    bool m_written = true;
};

void addFigure(RemakeSheet &sheet, const RemakePlan &plan, Layers &layers)
{
    const int height = std::min(sheet.size.width(), sheet.size.height()) / 2 / 2 * 2;
    const QColor colour = paintOf(plan.figureColour.value_or(Colour::Grey));
    for (const Pose pose : {Pose::First, Pose::Second})
        sheet.poses.append(layers.save(drawFigure(plan.figure, colour, height, pose)));
    sheet.figureSize = QSize(height, height);
}

void addReferences(RemakeSheet &sheet, const QList<QByteArray> &pictures, Layers &layers)
{
    const int side = std::min(sheet.size.width() / (int(pictures.size()) + 1), sheet.size.height() * 6 / 10);
    for (const QByteArray &bytes : pictures) {
        const QImage image =
            QImage::fromData(bytes).scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        sheet.references.append({layers.save(image), image.size()});
    }
}

void addAir(RemakeSheet &sheet, const RemakePlan &plan, quint32 seed, Layers &layers)
{
    for (const Overlay &overlay : overlaysFor(plan.air, sheet.size, seed))
        sheet.air.append({layers.save(overlay.image), overlay});
}

void addMark(RemakeSheet &sheet, const QImage &mark, QPoint at, Layers &layers)
{
    sheet.marks.append({layers.save(mark), {mark, at}});
}

} // namespace

Rendered remake(const RemakeJob &job, const std::atomic<bool> &stop)
{
    const GenerationBody &body = job.body;
    RemakePlan plan = readDescription(body.prompt);
    if (body.isAnime && !plan.styles.contains(Look::Cartoon))
        plan.styles.append(Look::Cartoon);
    Layers layers(job.folder);
    RemakeSheet sheet;
    sheet.size = body.size;
    sheet.rate = body.rate;
    sheet.seconds = body.seconds;
    sheet.hasSound = body.hasSound;
    sheet.movement = body.movement;
    sheet.plan = plan;
    sheet.seed = job.seed;
    sheet.output = job.output;
    if (body.kind == GenerationBody::Pictures::Frames) {
        sheet.back = layers.save(filling(body.pictures.first(), body.size));
        if (body.pictures.size() > 1)
            sheet.last = layers.save(filling(body.pictures[1], body.size));
        sheet.beginsWithPicture = true;
    } else {
        sheet.back = layers.save(drawnScene(plan, body.size, job.seed));
        if (body.kind == GenerationBody::Pictures::References)
            addReferences(sheet, body.pictures, layers);
        else
            addFigure(sheet, plan, layers);
    }
    addAir(sheet, plan, job.seed, layers);
    const int margin = std::min(body.size.width(), body.size.height()) / 36;
    const QImage practice = practiceMark(body.size);
    addMark(sheet, practice, {margin, body.size.height() - practice.height() - margin}, layers);
    if (body.hasWatermark) {
        const QImage mark = watermark(body.size);
        addMark(sheet, mark,
                {body.size.width() - mark.width() - margin, body.size.height() - mark.height() - margin},
                layers);
    }
    if (!layers.areWritten())
        return {false, QStringLiteral("cannot write into the working folder"), 0};
    const ChildResult result =
        runChild(QStringLiteral("ffmpeg"), remakeArguments(sheet), stop, longestRemake, job.folder);
    if (result.exitCode != 0)
        return {false, QString::fromUtf8(result.errors).trimmed(), 0};
    runChild(QStringLiteral("ffmpeg"),
             QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-nostdin"),
                         QStringLiteral("-y"), QStringLiteral("-i"), job.output, QStringLiteral("-frames:v"),
                         QStringLiteral("1"), job.cover},
             stop, std::chrono::seconds(60), job.folder);
    const MediaFacts made = probeMedia(job.output, MediaKind::Video, stop);
    return {made.hasPicture, {}, made.seconds};
}

} // namespace retake
