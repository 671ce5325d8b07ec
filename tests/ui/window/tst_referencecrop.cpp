// SPDX-License-Identifier: GPL-3.0-or-later
// Cropping a reference in its slot, and pictures that come from a browser.
#include "media/picturemaker.h"
#include "ui/order/cropframe.h"
#include "ui/order/referenceslot.h"
#include "windowbench.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QSpinBox>

using namespace retake;

namespace {

// The open crop dialog, with its picture read.
struct OpenCrop
{
    QPointer<QDialog> dialog;
    CropFrame *frame = nullptr;

    template<class T> T *find(const char *name) const
    {
        T *found = dialog->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }

    void drag(Grip grip, QPoint by) const
    {
        const QPoint from = frame->gripPosition(grip);
        QTest::mousePress(frame, Qt::LeftButton, {}, from);
        QTest::mouseMove(frame, from + by / 2);
        QTest::mouseMove(frame, from + by);
        QTest::mouseRelease(frame, Qt::LeftButton, {}, from + by);
    }
};

enum class By { Button, Key };

OpenCrop openCrop(const WindowBench &bench, By by = By::Button)
{
    const auto isOpen = [&] { return bench.window->findChild<QDialog *>(QStringLiteral("cropDialog")); };
    if (!QTest::qWaitFor([&] { return !isOpen(); }, 5000))
        qFatal("the last one stays");
    if (by == By::Button)
        bench.find<QAbstractButton>("referenceCrop1")->click();
    else
        QTest::keyClick(bench.find<QWidget>("referenceSlot1"), Qt::Key_C);
    OpenCrop open{bench.find<QDialog>("cropDialog")};
    open.frame = open.find<CropFrame>("cropFrame");
    if (!QTest::qWaitFor([&] { return open.find<QAbstractButton>("cropAccept")->isEnabled(); }, 5000))
        qFatal("the picture was not read");
    return open;
}

} // namespace

class TestReferenceCrop : public QObject
{
    Q_OBJECT

    static QString photo(const WindowBench &bench, QSize size = {800, 600})
    {
        const QString file = bench.path("photo.png");
        return picture::quarters(size).save(file) ? file : QString();
    }

private Q_SLOTS:

    void aPieceIsChosenWithTheMouse()
    {
        WindowBench bench;
        bench.show();
        auto *slot = bench.find<ReferenceSlot>("referenceSlot1");
        auto *button = bench.find<QAbstractButton>("referenceCrop1");
        QVERIFY(!button->isVisible());
        QVERIFY(WindowBench::drop(slot, {photo(bench)}));
        slot->setFocus();
        QVERIFY(button->isVisible());
        const OpenCrop open = openCrop(bench);
        QVERIFY(!open.find<QAbstractButton>("cropWhole")->isEnabled());
        QCOMPARE(open.frame->crop(), QRect(0, 0, 800, 600));

        open.drag(
            Grip::Right,
            {-(open.frame->gripPosition(Grip::Right).x() - open.frame->gripPosition(Grip::Left).x()) / 2, 0});
        QRect crop = open.frame->crop();
        QVERIFY2(qAbs(crop.width() - 400) < 4 && crop.left() == 0 && crop.height() == 600,
                 qPrintable(QString::number(crop.width())));
        open.drag(Grip::Inside, {2000, 0}); // to the right, as far as it goes
        QCOMPARE(open.frame->crop().right(), 799);
        open.drag(Grip::TopLeft, {3000, 3000}); // held to the least
        QCOMPARE(open.frame->crop().size(), QSize(120, 120));
        QCOMPARE(open.find<QLabel>("cropSummary")->text(),
                 QStringLiteral("120 × 120 pixels, sent as 240 × 240"));
        open.find<QAbstractButton>("cropWhole")->click();
        QCOMPARE(open.frame->crop(), QRect(0, 0, 800, 600));
        open.drag(Grip::Bottom, {0, -20});
        open.find<QAbstractButton>("cropCancel")->click();
        QVERIFY(!bench.draft->croppedReferences().first().isCropped());
    }

    void aPieceIsChosenInNumbersShapesAndKeys()
    {
        WindowBench bench;
        bench.show();
        bench.window->openClip(bench.clip()); // 426 x 240
        QTRY_VERIFY(bench.workspace->clip());
        auto *slot = bench.find<ReferenceSlot>("referenceSlot1");
        QVERIFY(WindowBench::drop(slot, {photo(bench)}));
        slot->setFocus();
        {
            const OpenCrop open = openCrop(bench, By::Key);
            auto *shape = open.find<QComboBox>("cropShape");
            const auto choose = [&](int index) {
                shape->setCurrentIndex(index);
                Q_EMIT shape->activated(index);
            };
            QCOMPARE(shape->count(), 5);
            choose(1);
            QCOMPARE(open.frame->crop().size(), QSize(600, 600));
            open.drag(Grip::TopLeft, {60, 10});
            QCOMPARE(open.frame->crop().width(), open.frame->crop().height());
            choose(2);
            QCOMPARE(qRound(open.frame->crop().width() * 9 / 16.0), open.frame->crop().height());
            choose(4);
            QVERIFY(qAbs(double(open.frame->crop().width()) / open.frame->crop().height() - 426 / 240.0) <
                    0.02);
            open.find<QSpinBox>("cropX")->setValue(100);
            open.find<QSpinBox>("cropY")->setValue(50);
            open.find<QSpinBox>("cropWidth")->setValue(400);
            open.find<QSpinBox>("cropHeight")->setValue(300);
            QCOMPARE(open.frame->crop(), QRect(100, 50, 400, 300));
            QCOMPARE(shape->currentIndex(), 0);
            QTest::keyClick(open.frame, Qt::Key_Right);
            QTest::keyClick(open.frame, Qt::Key_Up, Qt::ShiftModifier);
            QCOMPARE(open.frame->crop(), QRect(101, 34, 400, 300));
            QTest::keyClick(open.frame, Qt::Key_Left, Qt::ControlModifier);
            QTest::keyClick(open.frame, Qt::Key_Down, Qt::ControlModifier);
            QCOMPARE(open.frame->crop(), QRect(101, 34, 399, 301));
            QCOMPARE(open.find<QSpinBox>("cropWidth")->value(), 399);
            open.find<QSpinBox>("cropX")->setValue(780); // the width gives way
            QCOMPARE(open.frame->crop(), QRect(680, 34, 120, 301));
            QCOMPARE(open.find<QSpinBox>("cropX")->value(), 680);
            open.find<QSpinBox>("cropX")->setValue(400);
            open.find<QSpinBox>("cropY")->setValue(0);
            open.find<QSpinBox>("cropWidth")->setValue(400);
            open.find<QSpinBox>("cropHeight")->setValue(300);
            for (const QWidget *widget : open.dialog->findChildren<QWidget *>()) {
                if (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QSpinBox *>(widget) ||
                    qobject_cast<const QComboBox *>(widget) || widget == open.frame)
                    QVERIFY2(!widget->objectName().isEmpty() && !widget->accessibleName().isEmpty(),
                             widget->metaObject()->className());
            }
            open.dialog->grab().save(QStringLiteral(RETAKE_SCREENSHOT_DIR "/crop.png"));
            open.find<QAbstractButton>("cropAccept")->click();
        }
        const Reference chosen = bench.draft->croppedReferences().first();
        QCOMPARE(chosen.crop, QRectF(0.5, 0, 0.5, 0.5));
        // The slot shows the piece, which is green, and says what is done.
        QTRY_VERIFY(slot->toolTip().contains(QStringLiteral("cropped from 800 × 600 to 400 × 300")));
        const QColor shown = slot->grab().toImage().pixelColor(slot->width() / 2, slot->height() / 2);
        QVERIFY2(shown.green() > 150 && shown.red() < 60, qPrintable(shown.name()));
        bench.find<QWidget>("instructionEdit")->setFocus();
        QVERIFY(bench.find<QAbstractButton>("referenceCrop1")->isVisible()); // stays, as the sign of a crop
        bench.screenshot("crop-slot");

        // It opens again where it was, and the whole picture is no crop.
        const OpenCrop again = openCrop(bench);
        QCOMPARE(again.frame->crop(), QRect(400, 0, 400, 300));
        again.find<QAbstractButton>("cropWhole")->click();
        again.find<QAbstractButton>("cropAccept")->click();
        QVERIFY(!bench.draft->croppedReferences().first().isCropped());
    }

    void whatNoModelTakesCannotBeAccepted()
    {
        WindowBench bench;
        bench.show();
        QVERIFY(WindowBench::drop(bench.find<QWidget>("referenceSlot1"), {photo(bench, {1000, 700})}));
        const OpenCrop open = openCrop(bench);
        open.find<QSpinBox>("cropHeight")->setValue(120);
        QVERIFY(!open.find<QAbstractButton>("cropAccept")->isEnabled());
        const QString summary = open.find<QLabel>("cropSummary")->text();
        QVERIFY2(summary.contains(QStringLiteral("1000 × 120")), qPrintable(summary));
        open.find<QSpinBox>("cropHeight")->setValue(200);
        QVERIFY(open.find<QAbstractButton>("cropAccept")->isEnabled());
    }

    void theMenuCropsToo()
    {
        WindowBench bench;
        bench.show();
        auto *slot = bench.find<ReferenceSlot>("referenceSlot1");
        QVERIFY(WindowBench::drop(slot, {photo(bench)}));
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(5, 5), slot->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(slot, &asked);
        auto *menu = bench.find<QMenu>("referenceMenu");
        QAction *crop = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->text() == QStringLiteral("Crop…"))
                crop = action;
        }
        QVERIFY(crop && crop->isEnabled());
        crop->trigger();
        QVERIFY(bench.window->findChild<QDialog *>(QStringLiteral("cropDialog")));
        menu->close();
    }

    void heicIsShownAndSentLikeAnyOther()
    {
        WindowBench bench;
        bench.show();
        const QString file = bench.path("IMG_0001.HEIC");
        QVERIFY(picture::writeHeif(picture::quarters({640, 480}), file));
        auto *slot = bench.find<ReferenceSlot>("referenceSlot1");
        QVERIFY(WindowBench::drop(bench.window.get(), {file}));
        QCOMPARE(bench.draft->references(), QStringList{file});
        QTRY_VERIFY2(slot->toolTip().contains(QStringLiteral("converted from HEIC to JPEG")),
                     qPrintable(slot->toolTip()));
        QVERIFY(slot->toolTip().contains(QStringLiteral("place, camera and other notes removed")));
        const QColor left = slot->grab().toImage().pixelColor(slot->width() / 3, slot->height() / 3);
        QVERIFY2(left.red() > 150 && left.green() < 80, qPrintable(left.name()));
    }

    void picturesFromABrowser()
    {
        WindowBench bench;
        bench.show();
        auto *slot = bench.find<ReferenceSlot>("referenceSlot1");

        // A link to a page is not taken, whatever is dragged.
        QMimeData link;
        link.setUrls({QUrl(QStringLiteral("https://example.com/cats.html"))});
        QVERIFY(!WindowBench::drop(slot, &link));

        // A picture that links to a page, without pixels: its own address, as the markup has it.
        QMimeData address;
        address.setUrls({QUrl(QStringLiteral("https://example.com/cats.html"))});
        address.setHtml(QStringLiteral("<a href=\"https://example.com/cats.html\"><IMG alt='x' "
                                       "SRC='https://cdn.example.com/a%20cat.JPG?w=800&amp;h=600'></a>"));
        QVERIFY(WindowBench::drop(slot, &address));
        QCOMPARE(bench.draft->references(),
                 QStringList{QStringLiteral("https://cdn.example.com/a%20cat.JPG?w=800&h=600")});
        QVERIFY(slot->toolTip().contains(QStringLiteral("cdn.example.com")));
        QVERIFY(!bench.find<QAbstractButton>("referenceCrop1")->isVisible()); // not here to be cut

        QMimeData plain;
        plain.setUrls({QUrl(QStringLiteral("http://example.com/hat.png"))});
        QVERIFY(WindowBench::drop(bench.window.get(), &plain));
        QCOMPARE(bench.draft->references().size(), 2);
        QCOMPARE(bench.draft->references().last(), QStringLiteral("http://example.com/hat.png"));

        // With its pixels: these are what the person sees, and need no way to a page behind a password.
        QMimeData pixels;
        pixels.setUrls({QUrl(QStringLiteral("https://example.com/private.png"))});
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(Qt::green);
        pixels.setImageData(image);
        QVERIFY(WindowBench::drop(bench.window.get(), &pixels));
        QTRY_COMPARE(bench.draft->references().size(), 3);
        QVERIFY(bench.draft->references().last().startsWith(bench.core->paths.workDir()));
        QCOMPARE(QImage(bench.draft->references().last()).size(), QSize(400, 300));

        // A picture file without an ending is known by what is in it.
        const QString bare = bench.path("bare");
        QVERIFY(picture::quarters({300, 300}).save(bare, "PNG"));
        QVERIFY(WindowBench::drop(bench.window.get(), {bare}));
        QCOMPARE(bench.draft->references().last(), bare);
    }
};

QTEST_MAIN(TestReferenceCrop)
#include "tst_referencecrop.moc"
