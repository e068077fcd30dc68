//! Stub.
/// x
pub fn dump(_: &super::Scene, _: &crate::assets::Assets) -> String {
    String::new()
}
