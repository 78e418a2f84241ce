#pragma once
// A formula that remembers how it was made: what the laws of model/rate_laws.h give when they are
// run over symbols instead of numbers. Formulas share their parts, and a part that gets a name is
// written by it wherever it occurs.
#include <array>
#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace abscope {

class Expression {
 public:
  enum class Kind { number, symbol, apply, call, piecewise };
  struct Node {
    Kind kind;
    double value = 0;  // number
    std::string text;  // symbol: its id; apply: the element of MathML; call: the function's id
    std::string name;  // id of the variable that stands for this part; empty: written out
    std::vector<Expression> parts;  // piecewise: the first value, its condition, the other value
  };

  Expression() : Expression(0.0) {}
  Expression(double value);  // implicit, so that laws can mix symbols and plain numbers
  static Expression symbol(std::string id);
  static Expression apply(std::string_view element, std::vector<Expression> parts);
  static Expression call(std::string_view function, std::vector<Expression> parts);
  static Expression piecewise(Expression first, Expression condition, Expression otherwise);

  const Node& node() const { return *node_; }
  bool isNumber(double value) const { return node_->kind == Kind::number && node_->value == value; }
  // What stands for this formula from now on, in all formulas that hold it. False where it has a
  // name already, or is itself no more than a symbol or a number.
  bool nameIt(std::string id) const;

 private:
  explicit Expression(std::shared_ptr<Node> node) : node_(std::move(node)) {}
  std::shared_ptr<Node> node_;
};

// The formula as content of a <math> element. `whole`: written out though it has a name.
std::string mathMl(const Expression& formula, bool whole);
// Ids that this text of the formula refers to.
std::set<std::string> symbolsOf(const Expression& formula, bool whole);

Expression operator+(const Expression& a, const Expression& b);
Expression operator-(const Expression& a, const Expression& b);
Expression operator*(const Expression& a, const Expression& b);
Expression operator/(const Expression& a, const Expression& b);
Expression operator-(const Expression& a);
Expression exp(const Expression& a);
Expression pow(const Expression& a, const Expression& b);
Expression greaterOf(const Expression& a, const Expression& b);
Expression smallerOf(const Expression& a, const Expression& b);
Expression square(const Expression& a);
Expression saturation(const Expression& a, const Expression& half);

// A comparison; no number.
struct Condition {
  Expression formula;
};
Condition operator<=(const Expression& a, const Expression& b);
Expression select(const Condition& condition, const Expression& first, const Expression& second);

// The same in the irradiated and in the distant tumour; the counterpart of Pair.
struct ExpressionPair {
  std::array<Expression, 2> lanes;

  ExpressionPair() = default;
  ExpressionPair(double both) : lanes{both, both} {}
  ExpressionPair(const Expression& both) : lanes{both, both} {}
  ExpressionPair(const Expression& first, const Expression& second) : lanes{first, second} {}
  Expression& operator[](int lane) { return lanes[static_cast<std::size_t>(lane)]; }
  const Expression& operator[](int lane) const { return lanes[static_cast<std::size_t>(lane)]; }
};
ExpressionPair operator+(const ExpressionPair& a, const ExpressionPair& b);
ExpressionPair operator-(const ExpressionPair& a, const ExpressionPair& b);
ExpressionPair operator*(const ExpressionPair& a, const ExpressionPair& b);
ExpressionPair operator/(const ExpressionPair& a, const ExpressionPair& b);
ExpressionPair both(const Expression& a);
ExpressionPair square(const ExpressionPair& a);
ExpressionPair positive(const ExpressionPair& a);
ExpressionPair saturation(const ExpressionPair& a, const Expression& half);
Expression sum(const ExpressionPair& a);

}  // namespace abscope
