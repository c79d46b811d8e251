using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Reading;

/// <summary>Errors are asserted whole: place, path and remedy.</summary>
public sealed class HostRequirementsErrorTests
{
    [Theory]
    [InlineData(
        "hostRequirements: {}",
        "line 6, column 21: steps[0] -> hostRequirements: A hostRequirements object needs 'amounts' or 'attributes'.")]
    [InlineData(
        "hostRequirements: {amounts: [{name: amount.worker.vcpu}]}",
        "line 6, column 32: steps[0] -> hostRequirements -> amounts[0]: An amount requirement needs 'min' or "
            + "'max'.")]
    [InlineData(
        "hostRequirements: {amounts: [{name: amount.worker.vcpu, min: 4, max: 2}]}",
        "line 6, column 32: steps[0] -> hostRequirements -> amounts[0]: min 4 is above max 2.")]
    [InlineData(
        "hostRequirements: {amounts: [{name: amount.worker.vcpu, min: -1}, {name: amount.worker.gpu, max: 0}]}",
        "line 6, column 64: steps[0] -> hostRequirements -> amounts[0] -> min: min cannot be -1: it is a number "
            + "of 0 or more, at most 79228162514264337593543950335.",
        "line 6, column 100: steps[0] -> hostRequirements -> amounts[1] -> max: max cannot be 0: it is a number "
            + "above 0, at most 79228162514264337593543950335.")]
    [InlineData(
        "hostRequirements: {amounts: [{name: amount.worker.vcpu, min: '4'}]}",
        "line 6, column 64: steps[0] -> hostRequirements -> amounts[0] -> min: min must be a number, not text. "
            + "A number as text needs the extension FEATURE_BUNDLE_1 in the template's 'extensions'.")]
    [InlineData(
        "hostRequirements: {amounts: [{name: amount.worker.cpus, min: 1}, {name: attr.x, min: 1}]}",
        "line 6, column 39: steps[0] -> hostRequirements -> amounts[0] -> name: The capability name "
            + "'amount.worker.cpus' is not one of the specification's, and 'worker' is reserved for those.",
        "line 6, column 75: steps[0] -> hostRequirements -> amounts[1] -> name: The capability name 'attr.x' "
            + "must be 'amount.' and a dotted name, with a vendor and a colon before it if need be.")]
    [InlineData(
        "hostRequirements: {amounts: [{name: amount.a, min: 1}, {name: AMOUNT.A, min: 1}]}",
        "line 6, column 65: steps[0] -> hostRequirements -> amounts[1] -> name: The capability 'AMOUNT.A' "
            + "occurs twice.")]
    [InlineData(
        "hostRequirements: {attributes: [{name: attr.worker.os.family}]}",
        "line 6, column 35: steps[0] -> hostRequirements -> attributes[0]: An attribute requirement needs "
            + "'anyOf' or 'allOf'.")]
    [InlineData(
        "hostRequirements: {attributes: [{name: attr.worker.os.family, anyOf: [beos, '1x']}]}",
        "line 6, column 73: steps[0] -> hostRequirements -> attributes[0] -> anyOf[0]: attr.worker.os.family "
            + "cannot be 'beos': it is one of linux, windows, macos.",
        "line 6, column 79: steps[0] -> hostRequirements -> attributes[0] -> anyOf[1]: The value '1x' may hold "
            + "letters a to z, digits, underscores and hyphens, and begins with a letter or underscore.")]
    [InlineData(
        "hostRequirements: {attributes: [{name: attr.a, allOf: []}]}",
        "line 6, column 57: steps[0] -> hostRequirements -> attributes[0] -> allOf: allOf must have at least 1 "
            + "element.")]
    public void Faulty_host_requirements_are_told_with_their_place(string text, params string[] errors) =>
        Assert.Equal(errors, TemplateText.ErrorsOf(TemplateText.WithStepField(text)));
}
