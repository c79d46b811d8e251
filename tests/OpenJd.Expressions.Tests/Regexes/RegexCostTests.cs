using OpenJd.Expressions.Regexes;

namespace OpenJd.Expressions.Tests.Regexes;

public sealed class RegexCostTests
{
    private const int Length = 20_000;

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|a)*b")]
    [InlineData("(a*)*b")]
    [InlineData("(?:a|aa)+$")]
    [InlineData("a?a?a?a?a?a?a?a?a?a?aaaaaaaaaab")]
    [InlineData(".*.*.*=.*")]
    public void Patterns_that_are_catastrophic_elsewhere_take_linear_time(string pattern)
    {
        var budget = new CountingBudget();
        PortableRegex.Parse(pattern).Find(new string('a', Length) + "!", atStart: false, budget);
        Assert.InRange(budget.Steps, Length, 100L * Length);
    }

    [Fact]
    public void A_search_with_many_states_costs_as_many_steps()
    {
        var budget = new CountingBudget();
        PortableRegex.Parse("(?:a?){500}b").Find(new string('a', 1000), atStart: true, budget);
        Assert.InRange(budget.Steps, 250_000, 3_000_000);
    }

    [Fact]
    public void A_search_ends_when_the_budget_does()
    {
        var regex = PortableRegex.Parse("a.*z|a");
        var matches = regex.FindAll(new string('a', Length), withGroups: false, new CountingBudget(1_000_000));
        Assert.Throws<OperationCanceledException>(() => matches.Count());
    }

    [Fact]
    public void Text_that_cannot_start_a_match_is_skipped_at_little_cost()
    {
        var budget = new CountingBudget();
        PortableRegex.Parse("b+").Find(new string('a', Length) + "b", atStart: false, budget);
        Assert.InRange(budget.Steps, 1, Length / 10);
    }
}
