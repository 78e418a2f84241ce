#include "library/expression.h"

#include <utility>

#include "core/format.h"

namespace abscope {

Expression::Expression(double value) : node_(std::make_shared<Node>()) {
  node_->kind = Kind::number;
  node_->value = value;
}

Expression Expression::symbol(std::string id) {
  auto node = std::make_shared<Node>();
  node->kind = Kind::symbol;
  node->text = std::move(id);
  return Expression(std::move(node));
}

Expression Expression::apply(std::string_view element, std::vector<Expression> parts) {
  auto node = std::make_shared<Node>();
  node->kind = Kind::apply;
  node->text = element;
  node->parts = std::move(parts);
  return Expression(std::move(node));
}

Expression Expression::call(std::string_view function, std::vector<Expression> parts) {
  Expression result = apply(function, std::move(parts));
  result.node_->kind = Kind::call;
  return result;
}

Expression Expression::piecewise(Expression first, Expression condition, Expression otherwise) {
  Expression result =
      apply("piecewise", {std::move(first), std::move(condition), std::move(otherwise)});
  result.node_->kind = Kind::piecewise;
  return result;
}

bool Expression::nameIt(std::string id) const {
  const bool isLeaf = node_->kind == Kind::number || node_->kind == Kind::symbol;
  if (isLeaf || !node_->name.empty()) return false;
  node_->name = std::move(id);
  return true;
}

namespace {

using Kind = Expression::Kind;

std::string number(double value) {
  const std::string text = formatShortest(value);
  const std::size_t e = text.find('e');
  if (e == std::string::npos) return "<cn>" + text + "</cn>";
  return "<cn type=\"e-notation\">" + text.substr(0, e) + "<sep/>" + text.substr(e + 1) + "</cn>";
}

void write(const Expression& formula, bool whole, std::string& out) {
  const Expression::Node& node = formula.node();
  if (!whole && !node.name.empty()) {
    out += "<ci>" + node.name + "</ci>";
    return;
  }
  switch (node.kind) {
    case Kind::number:
      out += number(node.value);
      return;
    case Kind::symbol:
      out += "<ci>" + node.text + "</ci>";
      return;
    case Kind::apply:
    case Kind::call:
      out += "<apply>";
      out += node.kind == Kind::call ? "<ci>" + node.text + "</ci>" : "<" + node.text + "/>";
      for (const Expression& part : node.parts) write(part, false, out);
      out += "</apply>";
      return;
    case Kind::piecewise:
      out += "<piecewise><piece>";
      write(node.parts[0], false, out);
      write(node.parts[1], false, out);
      out += "</piece><otherwise>";
      write(node.parts[2], false, out);
      out += "</otherwise></piecewise>";
      return;
  }
}

void collect(const Expression& formula, bool whole, std::set<std::string>& ids) {
  const Expression::Node& node = formula.node();
  if (!whole && !node.name.empty()) {
    ids.insert(node.name);
  } else if (node.kind == Kind::symbol) {
    ids.insert(node.text);
  } else {
    for (const Expression& part : node.parts) collect(part, false, ids);
  }
}

}  // namespace

std::string mathMl(const Expression& formula, bool whole) {
  std::string out;
  write(formula, whole, out);
  return out;
}

std::set<std::string> symbolsOf(const Expression& formula, bool whole) {
  std::set<std::string> ids;
  collect(formula, whole, ids);
  return ids;
}

Expression operator+(const Expression& a, const Expression& b) {
  return Expression::apply("plus", {a, b});
}
Expression operator-(const Expression& a, const Expression& b) {
  return Expression::apply("minus", {a, b});
}
Expression operator*(const Expression& a, const Expression& b) {
  return Expression::apply("times", {a, b});
}
Expression operator/(const Expression& a, const Expression& b) {
  return Expression::apply("divide", {a, b});
}
Expression operator-(const Expression& a) { return Expression::apply("minus", {a}); }
Expression exp(const Expression& a) { return Expression::apply("exp", {a}); }
Expression pow(const Expression& a, const Expression& b) {
  return Expression::apply("power", {a, b});
}
Expression greaterOf(const Expression& a, const Expression& b) {
  return Expression::apply("max", {a, b});
}
Expression smallerOf(const Expression& a, const Expression& b) {
  return Expression::apply("min", {a, b});
}
Expression square(const Expression& a) { return pow(a, 2); }
Expression saturation(const Expression& a, const Expression& half) {
  return Expression::call("saturation", {a, half});
}

Condition operator<=(const Expression& a, const Expression& b) {
  return {Expression::apply("leq", {a, b})};
}
Expression select(const Condition& condition, const Expression& first, const Expression& second) {
  return Expression::piecewise(first, condition.formula, second);
}

ExpressionPair operator+(const ExpressionPair& a, const ExpressionPair& b) {
  return {a[0] + b[0], a[1] + b[1]};
}
ExpressionPair operator-(const ExpressionPair& a, const ExpressionPair& b) {
  return {a[0] - b[0], a[1] - b[1]};
}
ExpressionPair operator*(const ExpressionPair& a, const ExpressionPair& b) {
  return {a[0] * b[0], a[1] * b[1]};
}
ExpressionPair operator/(const ExpressionPair& a, const ExpressionPair& b) {
  return {a[0] / b[0], a[1] / b[1]};
}
ExpressionPair both(const Expression& a) { return {a, a}; }
ExpressionPair square(const ExpressionPair& a) { return {square(a[0]), square(a[1])}; }
ExpressionPair positive(const ExpressionPair& a) {
  return {greaterOf(a[0], 0), greaterOf(a[1], 0)};
}
ExpressionPair saturation(const ExpressionPair& a, const Expression& half) {
  return {saturation(a[0], half), saturation(a[1], half)};
}
Expression sum(const ExpressionPair& a) { return a[0] + a[1]; }

}  // namespace abscope
