using OpenJd.Model.Reading;

namespace OpenJd.Model.Tests.Rules;

public sealed class RuleTests
{
    private static readonly Rule[] All =
    [
        .. RootRules.All, .. ParameterRules.All, .. ListParameterRules.All, .. ControlRules.All, .. StepRules.All,
        .. RequirementRules.All, .. SpaceRules.All, .. LetRules.All, .. EnvironmentRules.All, .. ActionRules.All,
        .. SymbolRules.All,
    ];

    public static TheoryData<string> Names => [.. All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_that_keeps_a_rule_is_accepted(string name) =>
        Assert.Empty(TemplateReader.Check(RuleOf(name).Accepted).Select(error => error.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_that_breaks_a_rule_is_refused_with_its_place(string name)
    {
        var rule = RuleOf(name);
        var error = Assert.Single(TemplateReader.Check(rule.Refused));
        Assert.Contains(rule.Fault, error.ToString(), StringComparison.Ordinal);
        Assert.True(error.Line > 0 && error.Column > 0, error.ToString());
    }

    private static Rule RuleOf(string name) => All.Single(rule => rule.Name == name);
}
