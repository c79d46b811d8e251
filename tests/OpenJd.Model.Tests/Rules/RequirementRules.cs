using static OpenJd.Model.Tests.Rules.RuleText;

namespace OpenJd.Model.Tests.Rules;

/// <summary>Template schemas §3.3.</summary>
internal static class RequirementRules
{
    public static Rule[] All { get; } =
    [
        new(
            "§3.3 requirements have amounts or attributes",
            Amount("min: 1"),
            Step("hostRequirements: {}"),
            "needs 'amounts' or 'attributes'"),
        new(
            "§3.3 up to 50 requirements",
            Amounts(50),
            Amounts(51),
            "hostRequirements have 51 elements; 50 are the most."),
        new(
            "§3.3 amounts differ in name",
            Step("hostRequirements: {amounts: [{name: amount.a, min: 1}, {name: amount.b, min: 1}]}"),
            Step("hostRequirements: {amounts: [{name: amount.a, min: 1}, {name: AMOUNT.A, min: 1}]}"),
            "occurs twice"),
        new(
            "§3.3 attributes differ in name",
            Step("hostRequirements: {attributes: [{name: attr.a, anyOf: [x]}, {name: attr.b, anyOf: [x]}]}"),
            Step("hostRequirements: {attributes: [{name: attr.a, anyOf: [x]}, {name: attr.A, anyOf: [x]}]}"),
            "occurs twice"),
        new(
            "§3.3.1 an amount has min or max",
            Amount("max: 1"),
            Step("hostRequirements: {amounts: [{name: amount.a}]}"),
            "An amount requirement needs 'min' or 'max'."),
        new(
            "§3.3.1 min is 0 or more",
            Amount("min: 0"),
            Amount("min: -1"),
            "min cannot be -1: it is a number of 0 or more"),
        new("§3.3.1 max is above 0", Amount("max: 0.5"), Amount("max: 0"), "max cannot be 0: it is a number above 0"),
        new(
            "§3.3.1 min is not above max",
            Amount("min: 2, max: 2"),
            Amount("min: 3, max: 2"),
            "min 3 is above max 2."),
        new(
            "§3.3.1 a text needs FEATURE_BUNDLE_1",
            Bundle + Amount("min: '1.5'"),
            Amount("min: '1.5'"),
            "A number as text needs the extension FEATURE_BUNDLE_1"),
        new("§3.3.1 a text is a number", Bundle + Amount("min: '1'"), Bundle + Amount("min: 'x'"), "min cannot be x"),
        new(
            "§3.3.1 a text may be a format string",
            Bundle + StepWithParameters("hostRequirements: {amounts: [{name: amount.a, min: '{{Param.I}}'}]}"),
            Bundle + StepWithParameters("hostRequirements: {amounts: [{name: amount.a, min: '{{Param.X}}'}]}"),
            "'Param.X' is not known here"),
        new(
            "§3.3.1.1 a name has up to 100 characters",
            Step($"hostRequirements: {{amounts: [{{name: amount.{Many(93)}, min: 1}}]}}"),
            Step($"hostRequirements: {{amounts: [{{name: amount.{Many(94)}, min: 1}}]}}"),
            "A capability's name has 101 characters; 100 are the most."),
        new(
            "§3.3.1.1 a name may have a vendor",
            Step("hostRequirements: {amounts: [{name: 'me:amount.a.b', min: 1}]}"),
            Step("hostRequirements: {amounts: [{name: 'me:a', min: 1}]}"),
            "must be 'amount.' and a dotted name"),
        new(
            "§3.3.1.1 reserved scopes hold the specification's names only",
            Step("hostRequirements: {amounts: [{name: amount.worker.vcpu, min: 1}]}"),
            Step("hostRequirements: {amounts: [{name: amount.worker.cores, min: 1}]}"),
            "'worker' is reserved"),
        new(
            "§3.3.2 an attribute has anyOf or allOf",
            Attribute("allOf: [x]"),
            Step("hostRequirements: {attributes: [{name: attr.a}]}"),
            "An attribute requirement needs 'anyOf' or 'allOf'."),
        new(
            "§3.3.2.2 anyOf is not empty",
            Attribute("anyOf: [x]"),
            Attribute("anyOf: []"),
            "anyOf must have at least 1 element."),
        new(
            "§3.3.2.2 anyOf has up to 50 values",
            Attribute($"anyOf: [{List(50, i => $"v{i}")}]"),
            Attribute($"anyOf: [{List(51, i => $"v{i}")}]"),
            "anyOf has 51 elements; 50 are the most."),
        new(
            "§3.3.2.3 allOf has up to 50 values",
            Attribute($"allOf: [{List(50, i => $"v{i}")}]"),
            Attribute($"allOf: [{List(51, i => $"v{i}")}]"),
            "allOf has 51 elements; 50 are the most."),
        new(
            "§3.3.2.1 an attribute's name begins with attr",
            Attribute("anyOf: [x]"),
            Step("hostRequirements: {attributes: [{name: amount.a, anyOf: [x]}]}"),
            "must be 'attr.' and a dotted name"),
        new(
            "§3.3.2.2 a value has up to 100 characters",
            Attribute($"anyOf: [{Many(100)}]"),
            Attribute($"anyOf: [{Many(101)}]"),
            "100 are the most."),
        new("§3.3.2.2 a value is not empty", Attribute("anyOf: [x]"), Attribute("anyOf: ['']"), "cannot be empty"),
        new(
            "§3.3.2.2 a value begins with a letter",
            Attribute("anyOf: [_1-a]"),
            Attribute("anyOf: [1a]"),
            "begins with a letter or underscore"),
        new(
            "§3.3.2 standard attributes have their values",
            Step("hostRequirements: {attributes: [{name: attr.worker.os.family, anyOf: [LINUX]}]}"),
            Step("hostRequirements: {attributes: [{name: attr.worker.os.family, anyOf: [beos]}]}"),
            "cannot be 'beos'"),
        new(
            "§3.3 amounts and attributes count together",
            Mixed(25, 25),
            Mixed(25, 26),
            "hostRequirements have 51 elements; 50 are the most."),
        new(
            "§3.3.1 an amount has a name",
            Amount("min: 1"),
            Step("hostRequirements: {amounts: [{min: 1}]}"),
            "needs the field 'name'"),
        new(
            "§3.3.1 max as text is above 0",
            Bundle + Amount("max: '0.5'"),
            Bundle + Amount("max: '0'"),
            "max cannot be 0"),
        new(
            "§3.3.1.1 a name is not empty",
            Amount("min: 1"),
            Step("hostRequirements: {amounts: [{name: '', min: 1}]}"),
            "A capability's name cannot be empty."),
        new(
            "§3.3.1.1 a name has identifiers",
            Step("hostRequirements: {amounts: [{name: amount._1, min: 1}]}"),
            Step("hostRequirements: {amounts: [{name: amount.1_, min: 1}]}"),
            "must be 'amount.' and a dotted name"),
        new(
            "§3.3.2.1 an attribute's name has up to 100 characters",
            Step($"hostRequirements: {{attributes: [{{name: attr.{Many(95)}, anyOf: [x]}}]}}"),
            Step($"hostRequirements: {{attributes: [{{name: attr.{Many(96)}, anyOf: [x]}}]}}"),
            "A capability's name has 101 characters; 100 are the most."),
        new(
            "§3.3.2.1 reserved scopes hold the specification's attributes only",
            Step("hostRequirements: {attributes: [{name: attr.worker.cpu.arch, anyOf: [arm64]}]}"),
            Step("hostRequirements: {attributes: [{name: attr.job.x, anyOf: [arm64]}]}"),
            "'job' is reserved"),
        new(
            "§3.3.2.2 a value has Latin letters, digits, underscores and hyphens",
            Attribute("anyOf: [a-b_9]"),
            Attribute("anyOf: [a b]"),
            "may hold letters a to z, digits, underscores and hyphens"),
        new(
            "§3.3.2.3 allOf is not empty",
            Attribute("allOf: [x]"),
            Attribute("allOf: []"),
            "allOf must have at least 1 element."),
        new(
            "§3.3.2 processors have their values",
            Step("hostRequirements: {attributes: [{name: attr.worker.cpu.arch, allOf: [x86_64]}]}"),
            Step("hostRequirements: {attributes: [{name: attr.worker.cpu.arch, allOf: [z80]}]}"),
            "cannot be 'z80'"),
    ];

    private static string Amount(string fields) =>
        Step($"hostRequirements: {{amounts: [{{name: amount.a, {fields}}}]}}");

    private static string Amounts(int count) =>
        Step($"hostRequirements: {{amounts: [{List(count, i => $"{{name: amount.a{i}, min: 1}}")}]}}");

    private static string Mixed(int amounts, int attributes) => Step(
        $"hostRequirements: {{amounts: [{List(amounts, i => $"{{name: amount.a{i}, min: 1}}")}], "
            + $"attributes: [{List(attributes, i => $"{{name: attr.a{i}, anyOf: [x]}}")}]}}");

    private static string Attribute(string fields) =>
        Step($"hostRequirements: {{attributes: [{{name: attr.a, {fields}}}]}}");
}
