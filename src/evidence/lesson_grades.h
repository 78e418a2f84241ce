#pragma once
// What a lesson asks of a course and of a plan: conditions of a task, and how near a drawn curve
// came.
#include <span>

#include "library/lessons.h"
#include "model/course.h"

namespace abscope {

// Of what was given up to the end of the course, in Gy or as a number.
double planMeasure(const Course& course, PlanMeasure measure);

bool holds(const LessonCondition& condition, const Course& course);

// The curve that a sketch is about, in per cent of its value on the day of the beat.
double sketchedPercent(const Course& course, SketchCurve curve, double fromDay, double day);

// exp of the mean of |log(sketched / true)|: 1 is on the curve, 2 is off by a factor of two.
double sketchFactor(const Course& course, const LessonSketch& sketch, double fromDay,
                    std::span<const double> percents);

}  // namespace abscope
