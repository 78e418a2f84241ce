# The numbers that tests/unit/trial_statistics_test.cpp holds the statistics to, by R's survival:
#   Rscript tests/science/statistics.R          (Debian: r-cran-survival)
# Data: remission of leukaemia under 6-mercaptopurine and placebo, weeks (Freireich 1963, Blood 21:699).
library(survival)
options(digits = 15)
mercaptopurine <- c(6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35)
relapsed <- c(1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0)
placebo <- c(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
time <- c(mercaptopurine, placebo)
event <- c(relapsed, rep(1, 21))
group <- rep(0:1, each = 21)

cat("Kaplan-Meier, log(-log) intervals\n")
fit <- survfit(Surv(time, event) ~ group, conf.type = "log-log")
steps <- summary(fit)
print(data.frame(group = steps$strata, time = steps$time, risk = steps$n.risk,
                 event = steps$n.event, surv = steps$surv, lower = steps$lower,
                 upper = steps$upper))
print(quantile(fit, 0.5))

cat("log-rank\n")
test <- survdiff(Surv(time, event) ~ group)
print(c(test$obs, test$exp, test$var[2, 2], test$chisq,
        pchisq(test$chisq, 1, lower.tail = FALSE)))

cat("Cox, Efron\n")
cox <- coxph(Surv(time, event) ~ group, ties = "efron",
             control = coxph.control(eps = 1e-14, iter.max = 50))
print(c(coef(cox), sqrt(vcov(cox)), exp(confint(cox))))

cat("A curve that is flat at one half\n")
print(quantile(survfit(Surv(c(1, 2, 3, 4), c(1, 1, 1, 1)) ~ 1, conf.type = "log-log"), 0.5))

cat("Fisher: 30 of 72 against 15 of 76, and Fisher's tea\n")
print(fisher.test(matrix(c(30, 42, 15, 61), 2))$p.value)
print(fisher.test(matrix(c(3, 1, 1, 3), 2))$p.value)
print(fisher.test(matrix(c(7, 0, 2, 9), 2))$p.value)

cat("Wilson\n")
for (x in list(c(30, 72), c(15, 76), c(0, 20), c(20, 20), c(1, 3))) {
  print(prop.test(x[1], x[2], correct = FALSE)$conf.int[1:2])
}
cat("Normal\n")
print(qnorm(c(1e-12, 0.001, 0.25, 0.5, 0.975, 1 - 1e-9)))
